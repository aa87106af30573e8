<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Actions</name>
    <message>
        <source>Entities</source>
        <translation>Entités</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nouveau projet…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Révision</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Ouvrir un projet…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Ouvrir la démo</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Fermer le projet</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Importer des articles…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importer un dossier…</translation>
    </message>
    <message>
        <source>Spans to settle…</source>
        <translation>Segments à placer…</translation>
    </message>
    <message>
        <source>Export a data set…</source>
        <translation>Exporter un jeu de données…</translation>
    </message>
    <message>
        <source>Dossier of the article…</source>
        <translation>Dossier de l’article…</translation>
    </message>
    <message>
        <source>Make a pack of my work…</source>
        <translation>Faire un paquet de mon travail…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>Change annotator…</source>
        <translation>Changer d’annotateur…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Chercher dans l’article</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>Chercher dans tous les documents</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>First label</source>
        <translation>Première étiquette</translation>
    </message>
    <message>
        <source>Second label</source>
        <translation>Deuxième étiquette</translation>
    </message>
    <message>
        <source>Third label</source>
        <translation>Troisième étiquette</translation>
    </message>
    <message>
        <source>Fourth label</source>
        <translation>Quatrième étiquette</translation>
    </message>
    <message>
        <source>Add the selection as a fragment</source>
        <translation>Ajouter la sélection comme fragment</translation>
    </message>
    <message>
        <source>Erase the span</source>
        <translation>Effacer le segment</translation>
    </message>
    <message>
        <source>Attributes of the span</source>
        <translation>Attributs du segment</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note</translation>
    </message>
    <message>
        <source>Link to another span or entity</source>
        <translation>Relier à un autre segment ou à une entité</translation>
    </message>
    <message>
        <source>Move the start back a word</source>
        <translation>Reculer le début d’un mot</translation>
    </message>
    <message>
        <source>Move the start on a word</source>
        <translation>Avancer le début d’un mot</translation>
    </message>
    <message>
        <source>Move the end back a word</source>
        <translation>Reculer la fin d’un mot</translation>
    </message>
    <message>
        <source>Move the end on a word</source>
        <translation>Avancer la fin d’un mot</translation>
    </message>
    <message>
        <source>Move the start back a character</source>
        <translation>Reculer le début d’un caractère</translation>
    </message>
    <message>
        <source>Move the start on a character</source>
        <translation>Avancer le début d’un caractère</translation>
    </message>
    <message>
        <source>Move the end back a character</source>
        <translation>Reculer la fin d’un caractère</translation>
    </message>
    <message>
        <source>Move the end on a character</source>
        <translation>Avancer la fin d’un caractère</translation>
    </message>
    <message>
        <source>Done, and next document</source>
        <translation>Terminé, document suivant</translation>
    </message>
    <message>
        <source>Flag the document</source>
        <translation>Signaler le document</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>Segment suivant</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>Segment précédent</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Phrase suivante</translation>
    </message>
    <message>
        <source>Extend to the next sentence</source>
        <translation>Étendre à la phrase suivante</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>Phrase précédente</translation>
    </message>
    <message>
        <source>Next entity</source>
        <translation>Entité suivante</translation>
    </message>
    <message>
        <source>Previous entity</source>
        <translation>Entité précédente</translation>
    </message>
    <message>
        <source>Extend to the next entity</source>
        <translation>Étendre à l’entité suivante</translation>
    </message>
    <message>
        <source>Next quotation</source>
        <translation>Citation suivante</translation>
    </message>
    <message>
        <source>Extend to the next quotation</source>
        <translation>Étendre à la citation suivante</translation>
    </message>
    <message>
        <source>Next clause</source>
        <translation>Proposition suivante</translation>
    </message>
    <message>
        <source>Extend to the next clause</source>
        <translation>Étendre à la proposition suivante</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>Revenir à l’article</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Panneau suivant</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Document suivant</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>Document précédent</translation>
    </message>
    <message>
        <source>Entity type, or add the selection…</source>
        <translation>Type d’entité, ou ajouter la sélection…</translation>
    </message>
    <message>
        <source>Confirm the entity</source>
        <translation>Confirmer l’entité</translation>
    </message>
    <message>
        <source>Reject the entity</source>
        <translation>Rejeter l’entité</translation>
    </message>
    <message>
        <source>Confirm everywhere in this project</source>
        <translation>Confirmer partout dans ce projet</translation>
    </message>
    <message>
        <source>Reject everywhere in this project</source>
        <translation>Rejeter partout dans ce projet</translation>
    </message>
    <message>
        <source>Gazetteer of this project…</source>
        <translation>Lexique de ce projet…</translation>
    </message>
    <message>
        <source>Compare near copies…</source>
        <translation>Comparer les copies proches…</translation>
    </message>
    <message>
        <source>Show entity types</source>
        <translation>Afficher les types d’entités</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>Accord…</translation>
    </message>
    <message>
        <source>Progress…</source>
        <translation>Avancement…</translation>
    </message>
    <message>
        <source>Disagreements and rulings…</source>
        <translation>Désaccords et décisions…</translation>
    </message>
    <message>
        <source>Review blind, in a gold of one&apos;s own…</source>
        <translation>Décider à l’aveugle, dans sa propre référence…</translation>
    </message>
    <message>
        <source>Share documents out…</source>
        <translation>Répartir les documents…</translation>
    </message>
    <message>
        <source>Merge files…</source>
        <translation>Fusionner des fichiers…</translation>
    </message>
    <message>
        <source>Layers from two machines…</source>
        <translation>Couches venues de deux machines…</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Taille normale</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Clair ou sombre comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Current span</source>
        <translation>Segment courant</translation>
    </message>
    <message>
        <source>All spans</source>
        <translation>Tous les segments</translation>
    </message>
    <message>
        <source>Put the panels back</source>
        <translation>Remettre les panneaux</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Consignes</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>É&amp;tiquette</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Déplacement</translation>
    </message>
    <message>
        <source>E&amp;ntities</source>
        <translation>E&amp;ntités</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Panneaux</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Touches…</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>À propos</translation>
    </message>
</context>
<context>
    <name>AgreementWindow</name>
    <message>
        <source>Agreement</source>
        <translation>Accord entre annotateurs</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>95 %, from</source>
        <translation>95 %, de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Par étiquette</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>Measure of the pairs</source>
        <translation>Mesure des paires</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Exact F1</source>
        <translation>F1 exacte</translation>
    </message>
    <message>
        <source>Overlap F1</source>
        <translation>F1 de recouvrement</translation>
    </message>
    <message>
        <source>Disorder</source>
        <translation>Désordre</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>Par document</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Désaccords</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Confusion of labels</source>
        <translation>Confusion des étiquettes</translation>
    </message>
    <message>
        <source>Against gold</source>
        <translation>Face à la référence</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotateur</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <source>Show the spans (Enter)</source>
        <translation>Montrer les segments (Entrée)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Confusion</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>No document that annotators have done has gold that is done: “Disagreements and rulings” makes it.</source>
        <translation>Aucun document fini par des annotateurs n’a de référence terminée : « Désaccords et décisions » la produit.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) done by two annotators at least</source>
        <translation>
            <numerusform>%n document terminé par deux annotateurs au moins</numerusform>
            <numerusform>%n documents terminés par deux annotateurs au moins</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {documents}, {spans} in those</source>
        <translation>{name} : {documents} avec {spans}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % of the suggested entities were accepted</source>
        <translation>{percent} % des entités proposées ont été acceptées</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>toutes les étiquettes</translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Date: YYYY-MM-DD</source>
        <translation>Date : AAAA-MM-JJ</translation>
    </message>
    <message>
        <source>Date of publication</source>
        <translation>Date de publication</translation>
    </message>
    <message>
        <source>Status of the document</source>
        <translation>Statut du document</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n point à voir</numerusform>
            <numerusform>%n points à voir</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Share documents out</source>
        <translation>Répartir les documents</translation>
    </message>
    <message>
        <source>One name a line, or commas between them</source>
        <translation>Un nom par ligne, ou des virgules entre eux</translation>
    </message>
    <message>
        <source>They are not told which. Only what was done in an earlier pack and merged can come again.</source>
        <translation>Ils ne savent pas lesquels. Seul ce qui a été terminé dans un paquet précédent, puis fusionné, peut revenir.</translation>
    </message>
    <message>
        <source>Who got what is said here.</source>
        <translation>Qui a reçu quoi s’affiche ici.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Make the packs</source>
        <translation>Faire les paquets</translation>
    </message>
    <message>
        <source>The packs are being written…</source>
        <translation>Les paquets sont en cours d’écriture…</translation>
    </message>
    <message>
        <source>Packs written</source>
        <translation>Paquets écrits</translation>
    </message>
    <message>
        <source>Everybody gets a file with their documents and the scheme, and nothing that others have done.</source>
        <translation>Chacun reçoit un fichier avec ses documents et le schéma, et rien de ce que les autres ont fait.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stopped: packs that were finished stay in the folder.</source>
        <translation>Arrêté : les paquets terminés restent dans le dossier.</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Annotateurs</translation>
    </message>
    <message>
        <source>Annotators for a shared document</source>
        <translation>Annotateurs par document partagé</translation>
    </message>
    <message>
        <source>Share of documents that are shared</source>
        <translation>Part des documents partagés</translation>
    </message>
    <message>
        <source>Documents that everybody does a second time</source>
        <translation>Documents que chacun refait une seconde fois</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them shared</source>
        <translation>
            <numerusform>dont&#xa0;%n partagé</numerusform>
            <numerusform>dont&#xa0;%n partagés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them a second time</source>
        <translation>
            <numerusform>dont %n une seconde fois</numerusform>
            <numerusform>dont %n une seconde fois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Background</name>
    <message>
        <source>Highlighting {done} of {all}</source>
        <translation>Repérage {done} sur {all}</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>The project goes back to what it was then. What it is now is kept beside it.</source>
        <translation>Le projet redevient ce qu’il était alors. Son état actuel est gardé à côté.</translation>
    </message>
    <message>
        <source>There are no backups yet: they are made while you work and when you close.</source>
        <translation>Pas encore de sauvegarde : elles se font pendant le travail et à la fermeture.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Un autre fichier…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Rule on all documents</source>
        <translation>Décider dans tous les documents</translation>
    </message>
    <message>
        <source>Documents looked at</source>
        <translation>Documents examinés</translation>
    </message>
    <message>
        <source>Rule so</source>
        <translation>Décider ainsi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What would be ruled</source>
        <translation>Ce qui serait décidé</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n cas</numerusform>
            <numerusform>%n cas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>To be ruled on: {cases} in {documents}.</source>
        <translation>À trancher ainsi&#xa0;: {cases} dans {documents}.</translation>
    </message>
    <message>
        <source>What is already ruled stays; undo takes it all back.</source>
        <translation>Ce qui est déjà tranché reste&#xa0;; «&#xa0;Annuler&#xa0;» revient sur tout.</translation>
    </message>
    <message>
        <source>none: {words}</source>
        <translation>aucun : {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) ruled on</source>
        <translation>
            <numerusform>%n cas tranché</numerusform>
            <numerusform>%n cas tranchés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseFilter</name>
    <message>
        <source>Only cases that wait</source>
        <translation>Seulement les cas en attente</translation>
    </message>
    <message>
        <source>Any case</source>
        <translation>Tous les cas</translation>
    </message>
    <message>
        <source>All agree</source>
        <translation>Tous d’accord</translation>
    </message>
    <message>
        <source>Differ: {kind}</source>
        <translation>Diffèrent : {kind}</translation>
    </message>
    <message>
        <source>Any label</source>
        <translation>Toutes les étiquettes</translation>
    </message>
    <message>
        <source>Kind of difference</source>
        <translation>Genre de différence</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Between this person</source>
        <translation>Entre cette personne</translation>
    </message>
    <message>
        <source>and this one</source>
        <translation>et celle-ci</translation>
    </message>
    <message>
        <source>Between any two people</source>
        <translation>Entre deux personnes quelconques</translation>
    </message>
    <message>
        <source>and anybody else</source>
        <translation>et n’importe qui d’autre</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Cases</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>No case is let through by the filter.</source>
        <translation>Le filtre ne laisse passer aucun cas.</translation>
    </message>
</context>
<context>
    <name>CaseModel</name>
    <message>
        <source>all agree</source>
        <translation>tous d’accord</translation>
    </message>
    <message>
        <source>waits for a ruling</source>
        <translation>attend une décision</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>réglé</translation>
    </message>
    <message>
        <source>changed since it was ruled on</source>
        <translation>changé depuis la décision</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>Case</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Choose a case in the list, or press Tab.</source>
        <translation>Choisissez un cas dans la liste, ou appuyez sur Tab.</translation>
    </message>
    <message>
        <source>None of these (0)</source>
        <translation>Aucun de ceux-ci (0)</translation>
    </message>
    <message>
        <source>Take the ruling back (Backspace)</source>
        <translation>Reprendre la décision (Retour arrière)</translation>
    </message>
    <message>
        <source>{name}: nothing here</source>
        <translation>{name} : rien ici</translation>
    </message>
    <message>
        <source>Take ({number})</source>
        <translation>Retenir ({number})</translation>
    </message>
    <message>
        <source>Take the span of {name}</source>
        <translation>Retenir le segment de {name}</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Note : {note}</translation>
    </message>
    <message>
        <source>Extent of</source>
        <translation>Étendue de</translation>
    </message>
    <message>
        <source>Label of</source>
        <translation>Étiquette de</translation>
    </message>
    <message>
        <source>Attributes of</source>
        <translation>Attributs de</translation>
    </message>
    <message>
        <source>Take these parts</source>
        <translation>Retenir ces parties</translation>
    </message>
    <message>
        <source>Ruled before on such a case:</source>
        <translation>Déjà tranché pour un cas semblable :</translation>
    </message>
    <message>
        <source>none was taken</source>
        <translation>aucun n’a été retenu</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of a table</source>
        <translation>Colonnes d’un tableau</translation>
    </message>
    <message numerus="yes">
        <source>{file} and %n other table(s) with the same columns</source>
        <translation>
            <numerusform>{file} et %n autre tableau aux mêmes colonnes</numerusform>
            <numerusform>{file} et %n autres tableaux aux mêmes colonnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Laisser de côté</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Premières lignes</translation>
    </message>
    <message>
        <source>Choose the column that holds the text.</source>
        <translation>Choisissez la colonne qui contient le texte.</translation>
    </message>
    <message>
        <source>A column is chosen twice.</source>
        <translation>Une colonne est choisie deux fois.</translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message>
        <source>Near copies</source>
        <translation>Copies proches</translation>
    </message>
    <message>
        <source>Near copy on the right</source>
        <translation>Copie proche à droite</translation>
    </message>
    <message>
        <source>Article on the left</source>
        <translation>Article de gauche</translation>
    </message>
    <message>
        <source>Article on the right</source>
        <translation>Article de droite</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Open the one on the right</source>
        <translation>Ouvrir celui de droite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n différence</numerusform>
            <numerusform>%n différences</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % in common</source>
        <translation>{share} % en commun</translation>
    </message>
    <message>
        <source>left</source>
        <translation>gauche</translation>
    </message>
    <message>
        <source>right</source>
        <translation>droite</translation>
    </message>
    <message>
        <source>only {side}: {words}</source>
        <translation>{side} seulement : {words}</translation>
    </message>
    <message>
        <source>{one}: {left}   {other}: {right}</source>
        <translation>{one} : {left}   {other} : {right}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop files or a folder on this window, or choose them here.</source>
        <translation>Déposez des fichiers ou un dossier sur cette fenêtre, ou choisissez-les ici.</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>Importer des articles…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importer un dossier…</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Pas encore d’articles</translation>
    </message>
</context>
<context>
    <name>EntityPanel</name>
    <message>
        <source>Entities</source>
        <translation>Entités</translation>
    </message>
    <message>
        <source>Entity type</source>
        <translation>Type d’entité</translation>
    </message>
    <message>
        <source>Everywhere in this project</source>
        <translation>Partout dans ce projet</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmée</translation>
    </message>
    <message>
        <source>found by the program</source>
        <translation>trouvée par le programme</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation>Aucun article n’est ouvert.</translation>
    </message>
    <message>
        <source>No entity was found in this article. Select words and press T to add one.</source>
        <translation>Aucune entité trouvée dans cet article. Sélectionnez des mots et appuyez sur T pour en ajouter une.</translation>
    </message>
    <message>
        <source>No entities yet: they come while you read.</source>
        <translation>Pas encore d’entités : elles arrivent pendant la lecture.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Gazetteer…</source>
        <translation>Lexique…</translation>
    </message>
    <message>
        <source>Choose an entity in the list first.</source>
        <translation>Choisissez d’abord une entité dans la liste.</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nouveau projet</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>The demo is being made…</source>
        <translation>La démo se prépare…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importer un dossier</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>Importer des articles</translation>
    </message>
    <message>
        <source>PDF or web page</source>
        <translation>PDF ou page web</translation>
    </message>
    <message>
        <source>Dossier of the article</source>
        <translation>Dossier de l’article</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Écrit : {file}</translation>
    </message>
    <message>
        <source>A verified backup was made.</source>
        <translation>Une sauvegarde vérifiée a été faite.</translation>
    </message>
    <message>
        <source>This article has no near copies in the project.</source>
        <translation>Cet article n’a pas de copie proche dans le projet.</translation>
    </message>
    <message>
        <source>Fact-check labelling of news articles.
Offline. Apache-2.0.</source>
        <translation>Étiquetage d’articles pour la vérification.
Hors ligne. Apache-2.0.</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Packs and projects</source>
        <translation>Paquets et projets</translation>
    </message>
    <message>
        <source>Merge files</source>
        <translation>Fusionner des fichiers</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a data set</source>
        <translation>Exporter un jeu de données</translation>
    </message>
    <message>
        <source>Only documents that are done</source>
        <translation>Seulement les documents terminés</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Whose layers</source>
        <translation>Couches de</translation>
    </message>
    <message>
        <source>one part</source>
        <translation>une seule partie</translation>
    </message>
    <message>
        <source>by chance, families together</source>
        <translation>au hasard, familles ensemble</translation>
    </message>
    <message>
        <source>by date, the newest to test</source>
        <translation>par date, les plus récents pour le test</translation>
    </message>
    <message>
        <source>by outlet, each in one part</source>
        <translation>par média, chacun dans une partie</translation>
    </message>
    <message>
        <source>Shares of documents for training, development and test.</source>
        <translation>Parts des documents pour l’entraînement, le développement et le test.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Comptage</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>What was written is being read back…</source>
        <translation>Relecture de ce qui a été écrit…</translation>
    </message>
    <message>
        <source>Choose whose layers are written.</source>
        <translation>Choisissez de qui les couches sont écrites.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Découpage</translation>
    </message>
    <message>
        <source>Shares (train/dev/test)</source>
        <translation>Parts (train/dev/test)</translation>
    </message>
    <message>
        <source>Seed of the split</source>
        <translation>Graine du partage</translation>
    </message>
    <message>
        <source>Licence of the set</source>
        <translation>Licence du jeu</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Stopped: nothing was written, and what stood there still does.</source>
        <translation>Arrêté : rien n’a été écrit, et ce qui était là y est toujours.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>What will be written</source>
        <translation>Ce qui sera écrit</translation>
    </message>
    <message>
        <source>Parts of the data set</source>
        <translation>Parties du jeu de données</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>What will be written is being counted…</source>
        <translation>Comptage de ce qui sera écrit…</translation>
    </message>
    <message>
        <source>This format cannot carry:</source>
        <translation>Ce format ne peut pas porter&#xa0;:</translation>
    </message>
    <message>
        <source>This format carries all of it: nothing is lost.</source>
        <translation>Ce format emporte tout : rien n’est perdu.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) written</source>
        <translation>
            <numerusform>%n document écrit</numerusform>
            <numerusform>%n documents écrits</numerusform>
        </translation>
    </message>
    <message>
        <source>In {folder}:</source>
        <translation>Dans {folder} :</translation>
    </message>
    <message>
        <source>Not carried, and listed one by one in losses.jsonl:</source>
        <translation>Non porté, et énuméré dans losses.jsonl&#xa0;:</translation>
    </message>
    <message>
        <source>Nothing is written</source>
        <translation>Rien n’est écrit</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>development</source>
        <translation>développement</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
</context>
<context>
    <name>FiguresWindow</name>
    <message>
        <source>Documents read</source>
        <translation>Documents lus</translation>
    </message>
    <message>
        <source>Save what is shown…</source>
        <translation>Enregistrer ce qui est montré…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save what is shown… (Ctrl+S)</source>
        <translation>Enregistrer ce qui est montré… (Ctrl+S)</translation>
    </message>
    <message>
        <source>Nothing was written: {reason}</source>
        <translation>Rien n’a été écrit : {reason}</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Look in:</source>
        <translation>Regarder dans :</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Type de fichiers :</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>Chercher dans l’article</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n occurrence</numerusform>
            <numerusform>%n occurrences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForksDialog</name>
    <message>
        <source>Layers from two machines</source>
        <translation>Couches venues de deux machines</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Montré maintenant</translation>
    </message>
    <message>
        <source>The other side</source>
        <translation>L’autre version</translation>
    </message>
    <message>
        <source>What keeping both would keep</source>
        <translation>Ce que garder les deux garderait</translation>
    </message>
    <message>
        <source>Keep what is shown now</source>
        <translation>Garder ce qui est montré</translation>
    </message>
    <message>
        <source>Keep the other</source>
        <translation>Garder l’autre</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) were worked on in two places. Nothing is lost: say which side is kept.</source>
        <translation>
            <numerusform>%n couche a été travaillée à deux endroits. Rien n’est perdu&#xa0;: dites quelle version est gardée.</numerusform>
            <numerusform>%n couches ont été travaillées à deux endroits. Rien n’est perdu&#xa0;: dites quelle version est gardée.</numerusform>
        </translation>
    </message>
    <message>
        <source>No layer was worked on in two places.</source>
        <translation>Aucune couche n’a été travaillée à deux endroits.</translation>
    </message>
    <message numerus="yes">
        <source>The other side, %n span(s)</source>
        <translation>
            <numerusform>L’autre version, %n segment</numerusform>
            <numerusform>L’autre version, %n segments</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeping both would keep, where the sides differ:</source>
        <translation>Garder les deux garderait, là où elles diffèrent&#xa0;:</translation>
    </message>
    <message>
        <source>Only {name} can settle this.</source>
        <translation>Seul {name} peut trancher.</translation>
    </message>
    <message>
        <source>{kept}, which the other side has erased</source>
        <translation>{kept}, que l’autre version a effacé</translation>
    </message>
    <message>
        <source>{kept}, not {other}</source>
        <translation>{kept}, et non {other}</translation>
    </message>
    <message>
        <source>a link or evidence</source>
        <translation>un lien ou une preuve</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Plain text</source>
        <translation>Texte brut</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Web page in one file</source>
        <translation>Page web en un seul fichier</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF, second opinion</source>
        <translation>PDF, second avis</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Document Word</translation>
    </message>
    <message>
        <source>OpenDocument text</source>
        <translation>Texte OpenDocument</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>Texte RTF</translation>
    </message>
    <message>
        <source>Electronic book</source>
        <translation>Livre numérique</translation>
    </message>
    <message>
        <source>News feed</source>
        <translation>Flux d’actualités</translation>
    </message>
    <message>
        <source>WebAnno TSV 3</source>
        <translation>WebAnno TSV 3</translation>
    </message>
    <message>
        <source>Table of spans, CSV</source>
        <translation>Tableau des segments, CSV</translation>
    </message>
    <message>
        <source>Table of spans, XLSX</source>
        <translation>Tableau des segments, XLSX</translation>
    </message>
    <message>
        <source>Hugging Face data set: Parquet, card, Croissant</source>
        <translation>Jeu de données Hugging Face : Parquet, fiche, Croissant</translation>
    </message>
    <message>
        <source>W3C Web Annotation</source>
        <translation>W3C Web Annotation</translation>
    </message>
    <message>
        <source>ClaimReview, one for each checked claim</source>
        <translation>ClaimReview, un par affirmation vérifiée</translation>
    </message>
    <message>
        <source>Dossier to print, HTML</source>
        <translation>Dossier à imprimer, HTML</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Feuille de calcul</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Web archive</source>
        <translation>Archive web</translation>
    </message>
    <message>
        <source>INCEpTION project, UIMA CAS XMI</source>
        <translation>Projet INCEpTION, UIMA CAS XMI</translation>
    </message>
    <message>
        <source>INCEpTION project, UIMA CAS JSON</source>
        <translation>Projet INCEpTION, UIMA CAS JSON</translation>
    </message>
    <message>
        <source>Label Studio JSON</source>
        <translation>Label Studio JSON</translation>
    </message>
    <message>
        <source>Prodigy JSON Lines</source>
        <translation>Prodigy JSON Lines</translation>
    </message>
    <message>
        <source>doccano JSON Lines</source>
        <translation>doccano JSON Lines</translation>
    </message>
    <message>
        <source>spaCy&apos;s older JSON</source>
        <translation>Ancien JSON de spaCy</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>brat standoff</source>
        <translation>brat, annotations à part</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>spaCy DocBin</translation>
    </message>
    <message>
        <source>CoNLL-2003, longest span</source>
        <translation>CoNLL-2003, segment le plus long</translation>
    </message>
    <message>
        <source>BIO, longest span</source>
        <translation>BIO, segment le plus long</translation>
    </message>
    <message>
        <source>BIOES, longest span</source>
        <translation>BIOES, segment le plus long</translation>
    </message>
    <message>
        <source>BILOU, longest span</source>
        <translation>BILOU, segment le plus long</translation>
    </message>
    <message>
        <source>CoNLL-U Plus, a column for each label</source>
        <translation>CoNLL-U Plus, une colonne par étiquette</translation>
    </message>
    <message>
        <source>CoNLL-U Plus, a column for each depth</source>
        <translation>CoNLL-U Plus, une colonne par profondeur</translation>
    </message>
    <message>
        <source>IOB, BILUO</source>
        <translation>IOB, BILUO</translation>
    </message>
</context>
<context>
    <name>GazetteerDialog</name>
    <message>
        <source>Gazetteer of this project</source>
        <translation>Lexique de ce projet</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>No names yet. The names that ship with the program are found besides.</source>
        <translation>Pas encore de noms. Les noms livrés avec le programme sont repérés de toute façon.</translation>
    </message>
    <message>
        <source>Name to highlight</source>
        <translation>Nom à repérer</translation>
    </message>
    <message>
        <source>Entity type</source>
        <translation>Type d’entité</translation>
    </message>
    <message>
        <source>Never an entity</source>
        <translation>Jamais une entité</translation>
    </message>
    <message>
        <source>These names are found everywhere in the project; accents, capitals and hyphens do not matter.</source>
        <translation>Ces noms sont repérés partout dans le projet ; accents, capitales et traits d’union ne comptent pas.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Grammar</name>
    <message>
        <source>Go to a span, select the other words, then press +.</source>
        <translation>Allez à un segment, sélectionnez les autres mots, puis +.</translation>
    </message>
    <message>
        <source>Go to an entity first: E.</source>
        <translation>Allez d’abord à une entité : E.</translation>
    </message>
    <message numerus="yes">
        <source>Everywhere in this project: %n place(s). Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>Partout dans ce projet : %n endroit. Ctrl+Z l’annule.</numerusform>
            <numerusform>Partout dans ce projet : %n endroits. Ctrl+Z l’annule.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose what it is linked to: click it, or go there with Tab or E.</source>
        <translation>Choisissez la cible du lien : cliquez-la, ou allez-y avec Tab ou E.</translation>
    </message>
    <message>
        <source>Go to a span first: Tab.</source>
        <translation>Allez d’abord à un segment : Tab.</translation>
    </message>
    <message>
        <source>Go to an entity with E, or select words, then press T.</source>
        <translation>Allez à une entité avec E, ou sélectionnez des mots, puis appuyez sur T.</translation>
    </message>
    <message>
        <source>The scheme has no link between these two.</source>
        <translation>Le schéma ne prévoit pas de lien entre ces deux-là.</translation>
    </message>
    <message>
        <source>Linked: {link} → {words}</source>
        <translation>Lié : {link} → {words}</translation>
    </message>
</context>
<context>
    <name>GuidelinePanel</name>
    <message>
        <source>Guideline</source>
        <translation>Consignes</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Import articles to begin · ? keys</source>
        <translation>Importez des articles pour commencer · ? touches</translation>
    </message>
    <message>
        <source>Enter confirms the entity · Backspace rejects it · T type</source>
        <translation>Entrée confirme l’entité · Retour arrière la rejette · T type</translation>
    </message>
    <message>
        <source>1–4 label the selection · + adds it to the span · T makes it an entity</source>
        <translation>1–4 étiquettent la sélection · + l’ajoute au segment · T en fait une entité</translation>
    </message>
    <message>
        <source>1–4 relabel · D F J K edges · A attributes · N note · L link · Del erase</source>
        <translation>1–4 réétiquettent · D F J K bords · A attributs · N note · L lien · Suppr efface</translation>
    </message>
    <message>
        <source>1–4 label this sentence · S E Q C move · Tab next span · ? keys</source>
        <translation>1–4 étiquettent la phrase · S E Q C déplacent · Tab segment suivant · ? touches</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importation</translation>
    </message>
    <message>
        <source>Files read</source>
        <translation>Fichiers lus</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>détecté</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>as the files are named</source>
        <translation>d’après le nom des fichiers</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Settle what stands elsewhere…</source>
        <translation>Placer ce qui est ailleurs…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing came in.</source>
        <translation>Rien n’est entré.</translation>
    </message>
    <message>
        <source>{done} of {all} files read</source>
        <translation>{done} fichiers lus sur {all}</translation>
    </message>
    <message>
        <source>{done} of {all} files looked at</source>
        <translation>{done} fichiers examinés sur {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) came in</source>
        <translation>
            <numerusform>%n document importé</numerusform>
            <numerusform>%n documents importés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n déjà là</numerusform>
            <numerusform>%n déjà là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusé</numerusform>
            <numerusform>%n refusés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed over</source>
        <translation>
            <numerusform>%n laissé</numerusform>
            <numerusform>%n laissés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near copies of others</source>
        <translation>
            <numerusform>%n copie proche d’un autre</numerusform>
            <numerusform>%n copies proches d’autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle by hand</source>
        <translation>
            <numerusform>%n à placer à la main</numerusform>
            <numerusform>%n à placer à la main</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n déjà là</numerusform>
            <numerusform>%n déjà là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n entité</numerusform>
            <numerusform>%n entités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n laissé de côté</numerusform>
            <numerusform>%n laissés de côté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle by hand</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n à régler à la main</numerusform>
            <numerusform>%n à régler à la main</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n refusé</numerusform>
            <numerusform>%n refusés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the files</source>
        <translation>
            <numerusform>%n passage dans les fichiers</numerusform>
            <numerusform>%n passages dans les fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>– {label}: %n span(s) left out</source>
        <translation>
            <numerusform>– {label} : %n segment écarté</numerusform>
            <numerusform>– {label} : %n segments écartés</numerusform>
        </translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucune)</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspecteur</translation>
    </message>
    <message>
        <source>Nothing is selected. Go to a span with Tab, or click one.</source>
        <translation>Rien n’est sélectionné. Allez à un segment avec Tab, ou cliquez-en un.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>More attributes</source>
        <translation>Plus d’attributs</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What should the others know? (N)</source>
        <translation>Que doivent savoir les autres ? (N)</translation>
    </message>
    <message>
        <source>Erase this link</source>
        <translation>Effacer ce lien</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Chercher une action ou une touche</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
    <message>
        <source>Choose an action, then press Enter and its new key.</source>
        <translation>Choisissez une action, puis appuyez sur Entrée et sur sa nouvelle touche.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Default keys</source>
        <translation>Touches par défaut</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Retenu.</translation>
    </message>
    <message>
        <source>All keys are as they were at first.</source>
        <translation>Toutes les touches sont celles du début.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>That key is taken by “{action}”.</source>
        <translation>Cette touche est prise par « {action} ».</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Labels of the files</source>
        <translation>Étiquettes des fichiers</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Into whose layer</source>
        <translation>Dans la couche de</translation>
    </message>
    <message>
        <source>Add the rest to the scheme</source>
        <translation>Ajouter les autres au schéma</translation>
    </message>
    <message>
        <source>Leave the rest out</source>
        <translation>Écarter les autres</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) come with the files.</source>
        <translation>
            <numerusform>%n segment vient avec les fichiers.</numerusform>
            <numerusform>%n segments viennent avec les fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>as the files say ({names}), else {me}</source>
        <translation>comme le disent les fichiers ({names}), sinon {me}</translation>
    </message>
    <message>
        <source>In the files</source>
        <translation>Dans les fichiers</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(aucune)</translation>
    </message>
    <message>
        <source>{label} is here</source>
        <translation>{label} est ici</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>{type} (entity)</source>
        <translation>{type} (entité)</translation>
    </message>
    <message>
        <source>Add it to the scheme</source>
        <translation>Ajouter au schéma</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>L’écarter</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) have no place here yet: choose, add them to the scheme, or leave them out.</source>
        <translation>
            <numerusform>%n étiquette n’a pas encore sa place ici : choisissez, ajoutez-la au schéma ou écartez-la.</numerusform>
            <numerusform>%n étiquettes n’ont pas encore leur place ici : choisissez, ajoutez-les au schéma ou écartez-les.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{key} restores one of its backups.</source>
        <translation>{key} restaure une de ses sauvegardes.</translation>
    </message>
    <message>
        <source>Open or make a project first, then drop the articles on it.</source>
        <translation>Ouvrez ou créez d’abord un projet, puis déposez-y les articles.</translation>
    </message>
    <message>
        <source>The program made a mistake ({error}). What was saved is kept; the article was read again.</source>
        <translation>Le programme a fait une erreur ({error}). Ce qui était enregistré est gardé ; l’article a été relu.</translation>
    </message>
    <message>
        <source>To report it, send this file: {path}</source>
        <translation>Pour le signaler, envoyez ce fichier : {path}</translation>
    </message>
    <message>
        <source>Text size: {percent} %</source>
        <translation>Taille du texte : {percent} %</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>span F1, exact</source>
        <translation>F1 des segments, exact</translation>
    </message>
    <message>
        <source>span F1, overlap</source>
        <translation>F1 des segments, recouvrement</translation>
    </message>
    <message>
        <source>alpha_U of 2004</source>
        <translation>alpha_U de 2004</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha</source>
        <translation>alpha de Krippendorff</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>kappa de Cohen</translation>
    </message>
    <message>
        <source>weighted kappa</source>
        <translation>kappa pondéré</translation>
    </message>
    <message>
        <source>Scott&apos;s pi</source>
        <translation>pi de Scott</translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa</source>
        <translation>kappa de Fleiss</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC1</source>
        <translation>AC1 de Gwet</translation>
    </message>
    <message>
        <source>Gwet&apos;s AC2</source>
        <translation>AC2 de Gwet</translation>
    </message>
    <message>
        <source>percent agreement</source>
        <translation>accord observé</translation>
    </message>
    <message>
        <source>link F1</source>
        <translation>F1 des liens</translation>
    </message>
    <message>
        <source>token alpha</source>
        <translation>alpha des mots</translation>
    </message>
    <message>
        <source>token kappa</source>
        <translation>kappa des mots</translation>
    </message>
    <message>
        <source>precision against gold</source>
        <translation>précision par rapport à la référence</translation>
    </message>
    <message>
        <source>recall against gold</source>
        <translation>rappel par rapport à la référence</translation>
    </message>
    <message>
        <source>F1 against gold</source>
        <translation>F1 par rapport à la référence</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>échantillonneur</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>tirages</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>graine</translation>
    </message>
    <message>
        <source>labelled share of the text</source>
        <translation>part étiquetée du texte</translation>
    </message>
    <message>
        <source>merged spans</source>
        <translation>segments réunis</translation>
    </message>
    <message>
        <source>coverage</source>
        <translation>couverture</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>échelle</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>poids</translation>
    </message>
    <message>
        <source>match</source>
        <translation>correspondance</translation>
    </message>
    <message>
        <source>nominal</source>
        <translation>nominale</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>ordinale</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>identité</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>décalage</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exacte</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>recouvrement</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Entity type</source>
        <translation>Type d’entité</translation>
    </message>
    <message>
        <source>Add as entity</source>
        <translation>Ajouter comme entité</translation>
    </message>
    <message>
        <source>Everywhere in this project</source>
        <translation>Partout dans ce projet</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge files</source>
        <translation>Fusionner des fichiers</translation>
    </message>
    <message>
        <source>Merging… Until it is over nothing of it is in the project.</source>
        <translation>Fusion en cours… Tant qu’elle n’est pas finie, rien n’en est dans le projet.</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>Lecture des fichiers…</translation>
    </message>
    <message>
        <source>Files read</source>
        <translation>Fichiers lus</translation>
    </message>
    <message>
        <source>Stopped: nothing was merged.</source>
        <translation>Arrêté : rien n’a été fusionné.</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>Ce qui se passerait</translation>
    </message>
    <message>
        <source>About the files</source>
        <translation>À propos des fichiers</translation>
    </message>
    <message>
        <source>The files are being read…</source>
        <translation>Lecture des fichiers…</translation>
    </message>
    <message>
        <source>What would happen is being found out…</source>
        <translation>Recherche de ce qui se passerait…</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>A verified backup is being made…</source>
        <translation>Copie de sauvegarde vérifiée en cours…</translation>
    </message>
    <message>
        <source>What was merged is being put on disk…</source>
        <translation>Écriture sur le disque…</translation>
    </message>
    <message>
        <source>Merge even though spans are lost</source>
        <translation>Fusionner bien que des segments se perdent</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be merged</source>
        <translation>
            <numerusform>%n fichier ne peut pas être fusionné</numerusform>
            <numerusform>%n fichiers ne peuvent pas être fusionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the files can be merged; below is why. Nothing was changed.</source>
        <translation>Aucun des fichiers ne peut être fusionné ; les raisons sont ci-dessous. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>There is nothing new in it: merging would change nothing.</source>
        <translation>Il n’y a rien de nouveau&#xa0;: fusionner ne changerait rien.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) refused</source>
        <translation>
            <numerusform>%n couche refusée</numerusform>
            <numerusform>%n couches refusées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new layer(s)</source>
        <translation>
            <numerusform>%n nouvelle couche</numerusform>
            <numerusform>%n nouvelles couches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n modifiée</numerusform>
            <numerusform>%n modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n inchangée</numerusform>
            <numerusform>%n inchangées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refusée</numerusform>
            <numerusform>%n refusées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new document(s)</source>
        <translation>
            <numerusform>%n nouveau document</numerusform>
            <numerusform>%n nouveaux documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) would lose more than a tenth</source>
        <translation>
            <numerusform>%n couche perdrait plus d’un dixième</numerusform>
            <numerusform>%n couches perdraient plus d’un dixième</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n couche</numerusform>
            <numerusform>%n couches</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged. “Undo” takes it back; a verified backup was made before.</source>
        <translation>Fusionné. «&#xa0;Annuler&#xa0;» revient en arrière&#xa0;; une sauvegarde vérifiée a été faite avant.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) come from two machines: their owner settles them.</source>
        <translation>
            <numerusform>%n couche vient de deux machines&#xa0;: à son auteur de trancher.</numerusform>
            <numerusform>%n couches viennent de deux machines&#xa0;: à leurs auteurs de trancher.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeTable</name>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>la même</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifiée</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotateur</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message numerus="yes">
        <source>%n made</source>
        <translation>
            <numerusform>%n créé</numerusform>
            <numerusform>%n créés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n modifié</numerusform>
            <numerusform>%n modifiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n erased</source>
        <translation>
            <numerusform>%n effacé</numerusform>
            <numerusform>%n effacés</numerusform>
        </translation>
    </message>
    <message>
        <source>more than a tenth is lost</source>
        <translation>plus d’un dixième est perdu</translation>
    </message>
    <message>
        <source>worked on in two places</source>
        <translation>travaillée à deux endroits</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>Your name or initials</source>
        <translation>Votre nom ou vos initiales</translation>
    </message>
    <message>
        <source>Who labels?</source>
        <translation>Qui étiquette ?</translation>
    </message>
    <message>
        <source>Each annotator has their own layer. The name is kept in the project and goes with its exports.</source>
        <translation>Chaque annotateur a sa propre couche. Le nom est gardé dans le projet et accompagne ses exports.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>Make a pack of my work</source>
        <translation>Faire un paquet de mon travail</translation>
    </message>
    <message>
        <source>All layers of {name}, in one file to send to whoever merges.</source>
        <translation>Toutes les couches de {name}, en un fichier à envoyer à qui fusionne.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>With the texts</source>
        <translation>Avec les textes</translation>
    </message>
    <message>
        <source>Make the pack</source>
        <translation>Faire le paquet</translation>
    </message>
    <message>
        <source>The pack is being written…</source>
        <translation>Le paquet est en cours d’écriture…</translation>
    </message>
    <message>
        <source>Packs written</source>
        <translation>Paquets écrits</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) written: {path}</source>
        <translation>
            <numerusform>%n couche écrite&#xa0;: {path}</numerusform>
            <numerusform>%n couches écrites&#xa0;: {path}</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: no pack was made.</source>
        <translation>Arrêté : aucun paquet n’a été fait.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire ?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Aucune commande ne contient ces mots.</translation>
    </message>
</context>
<context>
    <name>ProgressWindow</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotateur</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>95 %, from</source>
        <translation>95 %, de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>Documents by status</source>
        <translation>Documents par statut</translation>
    </message>
    <message>
        <source>Whose spans</source>
        <translation>Segments de qui</translation>
    </message>
    <message>
        <source>Spans over time</source>
        <translation>Segments au fil du temps</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>Lower quarter</source>
        <translation>Premier quartile</translation>
    </message>
    <message>
        <source>Upper quarter</source>
        <translation>Troisième quartile</translation>
    </message>
    <message>
        <source>Minutes a document</source>
        <translation>Minutes par document</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Self-agreement</source>
        <translation>Accord avec soi-même</translation>
    </message>
    <message>
        <source>Days between</source>
        <translation>Jours d’écart</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Dérive</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Par rapport à</translation>
    </message>
    <message>
        <source>Overlap F1</source>
        <translation>F1 de recouvrement</translation>
    </message>
    <message>
        <source>First half</source>
        <translation>Première moitié</translation>
    </message>
    <message>
        <source>Second half</source>
        <translation>Seconde moitié</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Shares of labels</source>
        <translation>Parts des étiquettes</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Documents that were assigned to somebody or begun by them; without an assignment, all.</source>
        <translation>Documents attribués à chacun, ou commencés par lui ; sans attribution, tous.</translation>
    </message>
    <message>
        <source>Spans that stand now, by when each was made (UTC), on the clock of whoever made it.</source>
        <translation>Segments présents, selon la date de création de chacun (UTC), à l’horloge de qui l’a créé.</translation>
    </message>
    <message>
        <source>Of finished documents. Keys, clicks and scrolling count as work; a pause counts for one minute.</source>
        <translation>Pour les documents terminés. Touches, clics et défilement comptent comme du travail ; une pause compte pour une minute.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>The first and the second reading of documents that came back untold, compared like two annotators. What is remembered raises it: the days between the readings stand beside it.</source>
        <translation>La première et la seconde lecture de documents revenus sans être annoncés, comparées comme deux annotateurs. Le souvenir augmente l’accord : les jours d’écart entre les lectures sont indiqués à côté.</translation>
    </message>
    <message>
        <source>Documents in the order in which they were finished, in windows of {count} at least: the agreement with gold, else the mean with each of the others. The change is the last window less the first; where its interval holds 0, chance alone may have made it. Texts differ too: a change is no proof of another way of working (Wolfe, Moulder &amp; Myford 2001).</source>
        <translation>Documents dans l’ordre où ils ont été terminés, par fenêtres de {count} au moins : l’accord avec la référence, sinon la moyenne avec chacun des autres. Le changement est la dernière fenêtre moins la première ; si son intervalle contient 0, le hasard seul peut l’expliquer. Les textes diffèrent aussi : un changement ne prouve pas une autre façon de travailler (Wolfe, Moulder &amp; Myford 2001).</translation>
    </message>
    <message>
        <source>The share of each label among the spans of the first half of somebody’s documents and of the second, in the order in which they were finished. The texts may have changed, and not the annotator.</source>
        <translation>La part de chaque étiquette parmi les segments de la première moitié des documents de chacun et de la seconde, dans l’ordre où ils ont été terminés. Ce sont peut-être les textes qui ont changé, et non l’annotateur.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) in the project</source>
        <translation>
            <numerusform>%n&#xa0;document dans le projet</numerusform>
            <numerusform>%n&#xa0;documents dans le projet</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {all} layers finished</source>
        <translation>{done} couches terminées sur {all}</translation>
    </message>
    <message>
        <source>Nobody has begun to label.</source>
        <translation>Personne n’a commencé à étiqueter.</translation>
    </message>
    <message>
        <source>All annotators</source>
        <translation>Tous les annotateurs</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>toutes les étiquettes</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>la référence</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>les autres</translation>
    </message>
    <message>
        <source>change</source>
        <translation>changement</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message numerus="yes">
        <source>%n near copies in the project</source>
        <translation>
            <numerusform>%n copie proche dans le projet</numerusform>
            <numerusform>%n copies proches dans le projet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Filter by title or outlet</source>
        <translation>Filtrer par titre ou média</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Filtrer la file</translation>
    </message>
    <message>
        <source>Status to show</source>
        <translation>Statut à montrer</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Tous les documents</translation>
    </message>
    <message>
        <source>Queue of documents</source>
        <translation>File des documents</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Documents terminés</translation>
    </message>
    <message>
        <source>Nothing to show: change the filter.</source>
        <translation>Rien à montrer : changez le filtre.</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>Pas encore de documents.</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done} sur {all} terminés</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>The project is being read…</source>
        <translation>Lecture du projet…</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Arrêter (Échap)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} sur {all}</translation>
    </message>
    <message>
        <source>The figures are being computed…</source>
        <translation>Calcul des valeurs…</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>&amp;Case</source>
        <translation>&amp;Cas</translation>
    </message>
    <message>
        <source>&amp;Gold</source>
        <translation>&amp;Référence</translation>
    </message>
    <message>
        <source>By &amp;rule</source>
        <translation>Par rè&amp;gle</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Cas suivant</translation>
    </message>
    <message>
        <source>Previous case</source>
        <translation>Cas précédent</translation>
    </message>
    <message>
        <source>Accept what all or most have</source>
        <translation>Accepter ce qu’ont tous ou la plupart</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Aucun de ceux-ci</translation>
    </message>
    <message>
        <source>Take the ruling back</source>
        <translation>Reprendre la décision</translation>
    </message>
    <message>
        <source>Note on the ruling</source>
        <translation>Note sur la décision</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Move the start back a word</source>
        <translation>Reculer le début d’un mot</translation>
    </message>
    <message>
        <source>Move the start on a word</source>
        <translation>Avancer le début d’un mot</translation>
    </message>
    <message>
        <source>Move the end back a word</source>
        <translation>Reculer la fin d’un mot</translation>
    </message>
    <message>
        <source>Move the end on a word</source>
        <translation>Avancer la fin d’un mot</translation>
    </message>
    <message>
        <source>Gold is done, next document</source>
        <translation>Référence terminée, document suivant</translation>
    </message>
    <message>
        <source>Rule here where all agree</source>
        <translation>Trancher ici où tous sont d’accord</translation>
    </message>
    <message>
        <source>Rule here where most agree</source>
        <translation>Trancher ici où la plupart sont d’accord</translation>
    </message>
    <message>
        <source>In all documents where all agree…</source>
        <translation>Dans tous les documents, où tous sont d’accord…</translation>
    </message>
    <message>
        <source>In all documents where most agree…</source>
        <translation>Dans tous les documents, où la plupart sont d’accord…</translation>
    </message>
    <message>
        <source>Hide names, or show them</source>
        <translation>Masquer les noms, ou les montrer</translation>
    </message>
    <message>
        <source>Next document with such a case</source>
        <translation>Document suivant avec un tel cas</translation>
    </message>
    <message>
        <source>Only cases that wait</source>
        <translation>Seulement les cas en attente</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Panneau suivant</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>Retour à l’article</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Take the span of</source>
        <translation>Retenir le segment de</translation>
    </message>
    <message>
        <source>Annotator {number}</source>
        <translation>Annotateur {number}</translation>
    </message>
    <message>
        <source>New gold span from the selection</source>
        <translation>Nouveau segment de référence depuis la sélection</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>Documents to rule on</source>
        <translation>Documents à trancher</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Nobody has finished a document yet. Annotators finish one with Ctrl+Enter.</source>
        <translation>Personne n’a encore terminé de document. On en termine un avec Ctrl+Entrée.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>{waiting} of {cases} cases wait, {differ} of them disputed</source>
        <translation>{waiting} cas sur {cases} en attente, dont {differ} disputés</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>Disagreements and rulings — {name}</source>
        <translation>Désaccords et décisions — {name}</translation>
    </message>
    <message>
        <source>Tab next case · Enter accept · 1–9 take · 0 none · N note</source>
        <translation>Tab cas suivant · Entrée accepter · 1–9 retenir · 0 aucun · N note</translation>
    </message>
    <message>
        <source>There is no majority here: take one, or none.</source>
        <translation>Pas de majorité ici : retenez-en un, ou aucun.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) ruled on</source>
        <translation>
            <numerusform>%n cas tranché</numerusform>
            <numerusform>%n cas tranchés</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for such a case…</source>
        <translation>Recherche d’un tel cas…</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Gold span</source>
        <translation>Segment de référence</translation>
    </message>
    <message>
        <source>No document has such a case.</source>
        <translation>Aucun document n’a de tel cas.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>{title} — lanes below the words: ★ gold, {names}</source>
        <translation>{title} — lignes sous les mots : ★ référence, {names}</translation>
    </message>
    <message>
        <source>No such case waits here: Ctrl+PgDown goes to the next document with one.</source>
        <translation>Aucun cas de ce genre n’attend ici : Ctrl+Page suivante va au prochain document qui en a un.</translation>
    </message>
    <message>
        <source>Every case here is ruled on: Ctrl+Enter goes to the next document.</source>
        <translation>Tous les cas sont tranchés : Ctrl+Entrée passe au document suivant.</translation>
    </message>
</context>
<context>
    <name>RulingForm</name>
    <message>
        <source>What should the annotators learn from it?</source>
        <translation>Que doivent en retenir les annotateurs ?</translation>
    </message>
    <message>
        <source>The guidelines have no answer yet</source>
        <translation>Les consignes n’ont pas encore de réponse</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Precedent for the guideline</source>
        <translation>Précédent pour la consigne</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Words in any document</source>
        <translation>Mots dans tous les documents</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>Chercher dans tous les documents</translation>
    </message>
    <message>
        <source>Documents found</source>
        <translation>Documents trouvés</translation>
    </message>
    <message>
        <source>Type words; accents and capitals do not matter.</source>
        <translation>Tapez des mots ; accents et capitales ne comptent pas.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanList</name>
    <message>
        <source>Spans</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>No spans yet. Select words in the article and press 1, 2, 3 or 4.</source>
        <translation>Pas encore de segments. Sélectionnez des mots et appuyez sur 1, 2, 3 ou 4.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Label what the news says</source>
        <translation>Étiqueter ce que disent les articles</translation>
    </message>
    <message>
        <source>Open a project, or begin one and drop a folder of articles on this window. Everything stays on this computer and is saved as you work.</source>
        <translation>Ouvrez un projet, ou commencez-en un et déposez un dossier d’articles sur cette fenêtre. Tout reste sur cet ordinateur et s’enregistre au fil du travail.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Nouveau projet…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Ouvrir un projet…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Saved · {time}</source>
        <translation>Enregistré · {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) to settle</source>
        <translation>
            <numerusform>%n segment à placer</numerusform>
            <numerusform>%n segments à placer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>A link has no source and target.</source>
        <translation>Un lien n’a pas d’origine et de cible.</translation>
    </message>
    <message>
        <source>A link {id} of the kind “{type}” joins what is no span.</source>
        <translation>Un lien {id} du genre «&#xa0;{type}&#xa0;» joint ce qui n’est pas un passage.</translation>
    </message>
    <message>
        <source>A relation has no head and child among the spans.</source>
        <translation>Une relation n’a pas ses deux bouts parmi les passages.</translation>
    </message>
    <message>
        <source>A relation has no two ends among the entities.</source>
        <translation>Une relation n’a pas ses deux bouts parmi les entités.</translation>
    </message>
    <message>
        <source>A relation has two arguments: “{line}”</source>
        <translation>Une relation a deux arguments&#xa0;: «&#xa0;{line}&#xa0;»</translation>
    </message>
    <message>
        <source>A result of the kind “{kind}” cannot be read.</source>
        <translation>Un résultat du genre «&#xa0;{kind}&#xa0;» n’est pas lisible.</translation>
    </message>
    <message>
        <source>A ruling does not say what it decided on.</source>
        <translation>Une décision ne dit pas sur quoi elle porte.</translation>
    </message>
    <message>
        <source>A span has at least {count} characters.</source>
        <translation>Un segment a au moins {count} caractères.</translation>
    </message>
    <message>
        <source>A span has at most {count} fragments.</source>
        <translation>Un segment a au plus {count} fragments.</translation>
    </message>
    <message>
        <source>A span is not linked to itself.</source>
        <translation>Un segment ne se lie pas à lui-même.</translation>
    </message>
    <message>
        <source>A span keeps at least a word: erase it with Delete.</source>
        <translation>Un segment garde au moins un mot : effacez-le avec Suppr.</translation>
    </message>
    <message>
        <source>A span of “{document}” at {start} has no length: agreement cannot be computed on it.</source>
        <translation>Un segment de «&#xa0;{document}&#xa0;», à {start}, est de longueur nulle&#xa0;: aucun accord ne peut être calculé.</translation>
    </message>
    <message>
        <source>A span stays within one paragraph: select less, or add the rest as a second fragment.</source>
        <translation>Un segment reste dans un paragraphe : sélectionnez moins, ou ajoutez le reste comme second fragment.</translation>
    </message>
    <message>
        <source>A span with that label has exactly these words already.</source>
        <translation>Un segment de cette étiquette a déjà exactement ces mots.</translation>
    </message>
    <message>
        <source>A token has no start and end.</source>
        <translation>Un jeton n’a pas de début et de fin.</translation>
    </message>
    <message>
        <source>Agreement needs the layers of two annotators at least; there are {count}.</source>
        <translation>Pour mesurer l’accord, il faut les couches d’au moins deux annotateurs&#xa0;; il y en a {count}.</translation>
    </message>
    <message>
        <source>An end of the link “{type}” is not there.</source>
        <translation>Une extrémité du lien « {type} » n’existe pas.</translation>
    </message>
    <message>
        <source>An entity is not [start, end, label].</source>
        <translation>Une entité n’est pas [début, fin, étiquette].</translation>
    </message>
    <message>
        <source>An enumerated attribute has no values: {path}.</source>
        <translation>Un attribut à valeurs fermées n’en a aucune : {path}.</translation>
    </message>
    <message>
        <source>Chance would give no disorder here, so there is nothing to compare with.</source>
        <translation>Le hasard ne donnerait ici aucun désordre&#xa0;: il n’y a rien à quoi comparer.</translation>
    </message>
    <message>
        <source>Each document can go to 1 to {count} annotators.</source>
        <translation>Chaque document peut aller à 1 à {count} annotateurs.</translation>
    </message>
    <message>
        <source>Files ending in “{suffix}” cannot be read here.</source>
        <translation>Les fichiers en « {suffix} » ne peuvent pas être lus ici.</translation>
    </message>
    <message>
        <source>It begins like no line of brat: “{line}”</source>
        <translation>Cela ne commence comme aucune ligne de brat&#xa0;: «&#xa0;{line}&#xa0;»</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>Il n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>It does not say of what it speaks: “{body}”</source>
        <translation>La ligne ne dit pas de quoi elle parle&#xa0;: «&#xa0;{body}&#xa0;»</translation>
    </message>
    <message>
        <source>It has characters that UTF-16 counts twice: say in which unit its offsets are (--offset-unit).</source>
        <translation>Le texte a des caractères que l’UTF-16 compte deux fois&#xa0;: dites en quelle unité sont les positions (--offset-unit).</translation>
    </message>
    <message>
        <source>It has no label.</source>
        <translation>Il n’a pas d’étiquette.</translation>
    </message>
    <message>
        <source>It has no layers that can be read: export the project again in the format UIMA CAS XMI or JSON.</source>
        <translation>Aucune couche n’y est lisible&#xa0;: exportez de nouveau le projet au format UIMA CAS XMI ou JSON.</translation>
    </message>
    <message>
        <source>It has no start and end that are whole numbers.</source>
        <translation>Il manque un début et une fin en nombres entiers.</translation>
    </message>
    <message>
        <source>It has no start and end.</source>
        <translation>Il n’y a ni début ni fin.</translation>
    </message>
    <message>
        <source>It has no token with a code of a span: “{line}”</source>
        <translation>Il n’y a pas de mot suivi du code d’un passage&#xa0;: «&#xa0;{line}&#xa0;»</translation>
    </message>
    <message>
        <source>It has no type with start and end: “{body}”</source>
        <translation>Il n’y a pas de type suivi d’un début et d’une fin&#xa0;: «&#xa0;{body}&#xa0;»</translation>
    </message>
    <message>
        <source>It has not been read.</source>
        <translation>Il n’a pas été lu.</translation>
    </message>
    <message>
        <source>It has {count} cells, the head {wanted}: a quotation mark or a delimiter is missing before.</source>
        <translation>Elle a {count} cellules, l’en-tête {wanted} : il manque un guillemet ou un séparateur plus haut.</translation>
    </message>
    <message>
        <source>It has {there} columns, not {count}.</source>
        <translation>Il y a {there} colonnes, et non {count}.</translation>
    </message>
    <message>
        <source>It holds more than fits in memory.</source>
        <translation>Il contient plus que la mémoire ne peut tenir.</translation>
    </message>
    <message>
        <source>It is broken or cut short: {reason}</source>
        <translation>Le fichier est abîmé ou tronqué : {reason}</translation>
    </message>
    <message>
        <source>It is encrypted, or in the old format of Office: save it without a password in the new format.</source>
        <translation>Il est chiffré, ou dans l’ancien format d’Office : enregistrez-le sans mot de passe dans le nouveau format.</translation>
    </message>
    <message>
        <source>It is encrypted: save it without a password, and import that.</source>
        <translation>Il est chiffré : enregistrez-le sans mot de passe, puis importez le résultat.</translation>
    </message>
    <message>
        <source>It is encrypted: save it without a password.</source>
        <translation>Il est chiffré : enregistrez-le sans mot de passe.</translation>
    </message>
    <message>
        <source>It is longer than {count} million bytes.</source>
        <translation>Elle dépasse {count} millions d’octets.</translation>
    </message>
    <message>
        <source>It is neither [start, end, label] nor an entity.</source>
        <translation>Ce n’est ni [début, fin, étiquette] ni une entité.</translation>
    </message>
    <message>
        <source>It is nested too deeply to be read.</source>
        <translation>Ses éléments sont trop profondément imbriqués pour être lus.</translation>
    </message>
    <message>
        <source>It is no CAS in JSON: {reason}</source>
        <translation>Ce n’est pas un CAS en JSON&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>It is no XMI: {reason}</source>
        <translation>Ce n’est pas un XMI&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>It is no book: it does not say where its contents are listed.</source>
        <translation>Ce n’est pas un livre : rien n’y dit où son contenu est énuméré.</translation>
    </message>
    <message>
        <source>It is no feed.</source>
        <translation>Ce n’est pas un flux.</translation>
    </message>
    <message>
        <source>It is no row of WebAnno TSV: “{line}”</source>
        <translation>Ce n’est pas une ligne de TSV WebAnno&#xa0;: «&#xa0;{line}&#xa0;»</translation>
    </message>
    <message>
        <source>It is no row of a table of spans.</source>
        <translation>Ce n’est pas une ligne d’un tableau de passages.</translation>
    </message>
    <message>
        <source>It is not Parquet, or a broken one: {reason}</source>
        <translation>Ce n’est pas un fichier Parquet, ou il est abîmé : {reason}</translation>
    </message>
    <message>
        <source>It is not RTF: it does not begin as RTF does.</source>
        <translation>Ce n’est pas du RTF : il ne commence pas comme tel.</translation>
    </message>
    <message>
        <source>It is not WebAnno TSV 3; versions 1 and 2 are not read: export it again as version 3.</source>
        <translation>Ce n’est pas du TSV WebAnno 3&#xa0;; les versions 1 et 2 ne sont pas lues&#xa0;: réexportez en version 3.</translation>
    </message>
    <message>
        <source>It is not a DocBin that can be read: {reason}</source>
        <translation>Ce n’est pas un DocBin lisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>It is not a PDF, or a broken one: {reason}</source>
        <translation>Ce n’est pas un PDF, ou il est abîmé : {reason}</translation>
    </message>
    <message>
        <source>It is not a task of Label Studio.</source>
        <translation>Ce n’est pas une tâche de Label Studio.</translation>
    </message>
    <message>
        <source>It is not a text with its entities.</source>
        <translation>Ce n’est pas un texte avec ses entités.</translation>
    </message>
    <message>
        <source>It is not a text: there are zero bytes in it and no byte-order mark.</source>
        <translation>Ce n’est pas un texte : il contient des octets nuls et pas de marque d’ordre des octets.</translation>
    </message>
    <message>
        <source>It is not made of ROLE:ID: “{body}”</source>
        <translation>Ce ne sont pas des RÔLE:ID&#xa0;: «&#xa0;{body}&#xa0;»</translation>
    </message>
    <message>
        <source>It is not what its name says: “{part}” is missing in it.</source>
        <translation>Ce n’est pas ce que dit son nom : « {part} » y manque.</translation>
    </message>
    <message>
        <source>It is not {encoding}: byte {at} does not fit.</source>
        <translation>Ce n’est pas du {encoding} : l’octet {at} ne convient pas.</translation>
    </message>
    <message>
        <source>It is protected against copying: its text cannot be read.</source>
        <translation>Il est protégé contre la copie : son texte ne peut pas être lu.</translation>
    </message>
    <message>
        <source>It lies outside the text of {count} characters, or is empty.</source>
        <translation>Il est hors du texte de {count} caractères, ou vide.</translation>
    </message>
    <message>
        <source>It needs more memory than is allowed.</source>
        <translation>Il demande plus de mémoire que permis.</translation>
    </message>
    <message>
        <source>It speaks of {id}, which is not there.</source>
        <translation>Il est question de {id}, qui n’y est pas.</translation>
    </message>
    <message>
        <source>It took longer than {seconds} seconds.</source>
        <translation>Cela a pris plus de {seconds} secondes.</translation>
    </message>
    <message>
        <source>Its RTF cannot be read: {reason}</source>
        <translation>Son RTF est illisible : {reason}</translation>
    </message>
    <message>
        <source>Its XML cannot be read: {reason}</source>
        <translation>Son XML est illisible : {reason}</translation>
    </message>
    <message>
        <source>Its encoding could not be found: name it and try again.</source>
        <translation>Son encodage n’a pas été trouvé : indiquez-le et recommencez.</translation>
    </message>
    <message>
        <source>Its offsets are in the unit “{unit}”; only “codepoint” is read.</source>
        <translation>Ses positions sont dans l’unité « {unit} » ; seule « codepoint » est lue.</translation>
    </message>
    <message>
        <source>Its offsets lie inside a character, or outside the text.</source>
        <translation>Ses positions tombent au milieu d’un caractère ou hors du texte.</translation>
    </message>
    <message>
        <source>Its pages are pictures without text: have the text recognised first, and import what comes of it.</source>
        <translation>Ses pages sont des images sans texte : faites-en d’abord reconnaître le texte, puis importez le résultat.</translation>
    </message>
    <message>
        <source>Its spans do not have the words of the text that is here.</source>
        <translation>Ses segments n’ont pas les mots du texte qui se trouve ici.</translation>
    </message>
    <message>
        <source>Its text is neither here nor in the file.</source>
        <translation>Son texte n’est ni ici ni dans le fichier.</translation>
    </message>
    <message>
        <source>Its text is there already, with other details; not taken over: {names}</source>
        <translation>Son texte est déjà là, avec d’autres indications&#xa0;; non reprises&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Its text, {file}, is not beside it.</source>
        <translation>Son texte, {file}, n’est pas à côté.</translation>
    </message>
    <message>
        <source>Its words are “{words}”, but “{there}” stands there.</source>
        <translation>Ses mots sont « {words} », mais on lit « {there} » à cet endroit.</translation>
    </message>
    <message>
        <source>Line {line} does not read back as it was written.</source>
        <translation>La ligne {line} ne se relit pas comme elle a été écrite.</translation>
    </message>
    <message>
        <source>Line {line}: a span does not fit its text.</source>
        <translation>Ligne {line} : un segment ne correspond pas à son texte.</translation>
    </message>
    <message>
        <source>Name a project, or give --measures or --verify FILE.</source>
        <translation>Nommez un projet, ou donnez --measures ou --verify FICHIER.</translation>
    </message>
    <message>
        <source>Name the annotators among whom the documents are shared.</source>
        <translation>Nommez les annotateurs entre lesquels répartir les documents.</translation>
    </message>
    <message>
        <source>No case has the span “{id}”.</source>
        <translation>Aucun cas n’a le segment « {id} ».</translation>
    </message>
    <message>
        <source>No character starts or ends at {offset}.</source>
        <translation>Aucun caractère ne commence ni ne finit à {offset}.</translation>
    </message>
    <message>
        <source>No column is known to hold the text: say which with text=COLUMN. There are: {there}.</source>
        <translation>Aucune colonne ne semble contenir le texte : indiquez-la par text=COLONNE. Il y a : {there}.</translation>
    </message>
    <message>
        <source>No document is open.</source>
        <translation>Aucun document n’est ouvert.</translation>
    </message>
    <message>
        <source>No document was done by two of these annotators.</source>
        <translation>Aucun document n’a été terminé par deux de ces annotateurs.</translation>
    </message>
    <message>
        <source>No finished document came a second time.</source>
        <translation>Aucun document terminé n’est revenu une seconde fois.</translation>
    </message>
    <message>
        <source>No item has a value from two annotators.</source>
        <translation>Aucun élément n’a reçu une valeur de deux annotateurs.</translation>
    </message>
    <message>
        <source>No labelled text of one annotator meets labelled text of another.</source>
        <translation>Aucun texte étiqueté par un annotateur ne rencontre de texte étiqueté par un autre.</translation>
    </message>
    <message>
        <source>No page was kept for the document {document}: only web pages are.</source>
        <translation>Aucune page n’a été gardée pour le document {document} : seules les pages web le sont.</translation>
    </message>
    <message>
        <source>No project can be made in “{folder}”: {reason}.</source>
        <translation>Aucun projet ne peut être créé dans « {folder} » : {reason}.</translation>
    </message>
    <message>
        <source>No span of one annotator is aligned with a span of another.</source>
        <translation>Aucun segment d’un annotateur n’est aligné avec un segment d’un autre.</translation>
    </message>
    <message>
        <source>No span that waits to be settled has the id “{id}”.</source>
        <translation>Aucun segment en attente n’a l’identifiant « {id} ».</translation>
    </message>
    <message>
        <source>No time was recorded on a finished document.</source>
        <translation>Aucun temps n’a été relevé sur un document terminé.</translation>
    </message>
    <message>
        <source>No variation: all items have the same value, so agreement by chance cannot be told apart.</source>
        <translation>Aucune variation&#xa0;: tous les éléments ont la même valeur, l’accord dû au hasard ne peut donc pas être distingué.</translation>
    </message>
    <message>
        <source>Nobody is named whose spans these are: name an annotator.</source>
        <translation>Personne n’est nommé pour ces segments : indiquez un annotateur.</translation>
    </message>
    <message>
        <source>Nobody named “{name}” has worked in this project.</source>
        <translation>Personne du nom de « {name} » n’a travaillé dans ce projet.</translation>
    </message>
    <message>
        <source>None of these annotators used this label.</source>
        <translation>Aucun de ces annotateurs n’a employé cette étiquette.</translation>
    </message>
    <message>
        <source>Nothing was merged: the counts afterwards were not those that were planned.</source>
        <translation>Rien n’a été fusionné&#xa0;: les comptes obtenus n’étaient pas ceux qui étaient prévus.</translation>
    </message>
    <message>
        <source>Only one label meets itself: there are no labels to confuse.</source>
        <translation>Une seule étiquette se rencontre elle-même&#xa0;: il n’y a pas d’étiquettes à confondre.</translation>
    </message>
    <message>
        <source>Only “{name}” can settle what “{name}” has done.</source>
        <translation>Seul «&#xa0;{name}&#xa0;» peut trancher ce que «&#xa0;{name}&#xa0;» a fait.</translation>
    </message>
    <message>
        <source>Region {id} has no label, or no start and end that are whole numbers.</source>
        <translation>La région {id} n’a pas d’étiquette, ou pas de début et de fin en nombres entiers.</translation>
    </message>
    <message>
        <source>Region {id}: {reason}</source>
        <translation>Région {id}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Say where it stands, in code points: --at 24-31.</source>
        <translation>Dites où il se trouve, en points de code : --at 24-31.</translation>
    </message>
    <message>
        <source>Somebody else has changed the layer of “{name}”: nothing was taken.</source>
        <translation>Quelqu’un d’autre a modifié la couche de «&#xa0;{name}&#xa0;»&#xa0;: rien n’a été pris.</translation>
    </message>
    <message>
        <source>Spans of different labels overlap: this measure is only given label by label.</source>
        <translation>Des segments d’étiquettes différentes se chevauchent&#xa0;: cette mesure n’est donnée qu’étiquette par étiquette.</translation>
    </message>
    <message>
        <source>That entity is no longer there.</source>
        <translation>Cette entité n’existe plus.</translation>
    </message>
    <message>
        <source>That entity stands there already.</source>
        <translation>Cette entité s’y trouve déjà.</translation>
    </message>
    <message>
        <source>That layer has no fork to settle.</source>
        <translation>Cette couche n’a pas de bifurcation à trancher.</translation>
    </message>
    <message>
        <source>That link is there already.</source>
        <translation>Ce lien existe déjà.</translation>
    </message>
    <message>
        <source>That place lies outside the text.</source>
        <translation>Cet endroit est hors du texte.</translation>
    </message>
    <message>
        <source>That span has been settled already.</source>
        <translation>Ce segment est déjà réglé.</translation>
    </message>
    <message>
        <source>That span is no longer there.</source>
        <translation>Ce segment n’existe plus.</translation>
    </message>
    <message>
        <source>That span is there already.</source>
        <translation>Ce segment existe déjà.</translation>
    </message>
    <message>
        <source>The archive ends in the middle of the page.</source>
        <translation>L’archive s’arrête au milieu de la page.</translation>
    </message>
    <message>
        <source>The archive is broken after {count} pages: {reason}</source>
        <translation>L’archive est abîmée après {count} pages : {reason}</translation>
    </message>
    <message>
        <source>The attribute “{attribute}” of “{label}” differs.</source>
        <translation>L’attribut «&#xa0;{attribute}&#xa0;» de «&#xa0;{label}&#xa0;» diffère.</translation>
    </message>
    <message>
        <source>The column “{column}” is empty.</source>
        <translation>La colonne « {column} » est vide.</translation>
    </message>
    <message>
        <source>The condition speaks of “{attribute}”, which is not there: {path}.</source>
        <translation>La condition parle de « {attribute} », qui n’existe pas : {path}.</translation>
    </message>
    <message>
        <source>The copy “{file}” is not the same as the project; it was not kept.</source>
        <translation>La copie « {file} » diffère du projet ; elle n’a pas été gardée.</translation>
    </message>
    <message>
        <source>The default “{value}” is not one of the values: {path}.</source>
        <translation>La valeur par défaut « {value} » n’est pas une des valeurs : {path}.</translation>
    </message>
    <message>
        <source>The disk is full: “{file}” keeps everything up to the last change. Make room and do it again.</source>
        <translation>Le disque est plein : « {file} » garde tout jusqu’au dernier changement. Faites de la place et recommencez.</translation>
    </message>
    <message>
        <source>The disk is full: “{file}” was not written. Make room and do it again.</source>
        <translation>Le disque est plein : « {file} » n’a pas été écrit. Faites de la place et recommencez.</translation>
    </message>
    <message>
        <source>The entry has a title at most, and no text.</source>
        <translation>L’entrée n’a qu’un titre tout au plus, et pas de texte.</translation>
    </message>
    <message>
        <source>The feed is broken, and its last entry may be cut short: {reason}</source>
        <translation>Le flux est abîmé, et sa dernière entrée peut être tronquée : {reason}</translation>
    </message>
    <message>
        <source>The folder of “{file}” may not be written: {reason}.</source>
        <translation>Le dossier de « {file} » n’est pas accessible en écriture : {reason}.</translation>
    </message>
    <message>
        <source>The label “{label}” is only here.</source>
        <translation>L’étiquette «&#xa0;{label}&#xa0;» n’existe qu’ici.</translation>
    </message>
    <message>
        <source>The label “{label}” is only there.</source>
        <translation>L’étiquette «&#xa0;{label}&#xa0;» n’existe que là-bas.</translation>
    </message>
    <message>
        <source>The label “{theirs}” there is “{ours}” here: the same id.</source>
        <translation>L’étiquette «&#xa0;{theirs}&#xa0;» de là-bas est «&#xa0;{ours}&#xa0;» ici&#xa0;: même identifiant.</translation>
    </message>
    <message>
        <source>The language model “{model}” is not installed. Add it with: pip install {package}</source>
        <translation>Le modèle de langue « {model} » n’est pas installé. Ajoutez-le avec : pip install {package}</translation>
    </message>
    <message>
        <source>The line has no text.</source>
        <translation>La ligne n’a pas de texte.</translation>
    </message>
    <message>
        <source>The line is not JSON: {reason}</source>
        <translation>La ligne n’est pas du JSON : {reason}</translation>
    </message>
    <message>
        <source>The line is not an object with a text.</source>
        <translation>La ligne n’est pas un objet avec un texte.</translation>
    </message>
    <message>
        <source>The link “{type}” begins at an entity; here links begin at spans.</source>
        <translation>Le lien «&#xa0;{type}&#xa0;» part d’une entité&#xa0;; ici, les liens partent de passages.</translation>
    </message>
    <message>
        <source>The merge cannot be taken back: somebody has gone on from what came with it.</source>
        <translation>La fusion ne peut pas être annulée&#xa0;: quelqu’un a continué à partir de ce qu’elle a apporté.</translation>
    </message>
    <message>
        <source>The process that worked on it died.</source>
        <translation>Le processus qui y travaillait s’est arrêté.</translation>
    </message>
    <message>
        <source>The project is damaged, so no copy was made of it: {reason}. Its earlier backups are untouched.</source>
        <translation>Le projet est endommagé, aucune copie n’en a donc été faite : {reason}. Ses sauvegardes antérieures sont intactes.</translation>
    </message>
    <message>
        <source>The scheme cannot be read: {reason}.</source>
        <translation>Le schéma ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>The scheme has no label “{label}”.</source>
        <translation>Le schéma n’a pas d’étiquette « {label} ».</translation>
    </message>
    <message>
        <source>The scheme has no labels: {path} is empty.</source>
        <translation>Le schéma n’a aucune étiquette : {path} est vide.</translation>
    </message>
    <message>
        <source>The scheme has something that is not known here: {path}.</source>
        <translation>Le schéma contient un élément inconnu : {path}.</translation>
    </message>
    <message>
        <source>The scheme of this project has no label “{label}”.</source>
        <translation>Le schéma de ce projet n’a pas d’étiquette «&#xa0;{label}&#xa0;».</translation>
    </message>
    <message>
        <source>The scheme there is version {theirs}, here {ours}.</source>
        <translation>Le schéma y est en version {theirs}, ici {ours}.</translation>
    </message>
    <message>
        <source>The scheme “{name}” cannot be read: {reason}.</source>
        <translation>Le schéma « {name} » ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>The spreadsheet is broken: {reason}</source>
        <translation>La feuille de calcul est abîmée : {reason}</translation>
    </message>
    <message>
        <source>The table breaks off: {reason}</source>
        <translation>Le tableau s’interrompt : {reason}</translation>
    </message>
    <message>
        <source>The table cannot be read: {reason}</source>
        <translation>Le tableau n’est pas lisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The task has no text.</source>
        <translation>La tâche n’a pas de texte.</translation>
    </message>
    <message>
        <source>The text cannot be kept: lone surrogate U+{code} at character {at}.</source>
        <translation>Le texte ne peut pas être gardé : demi-codet isolé U+{code} au caractère {at}.</translation>
    </message>
    <message>
        <source>There are no documents to share out.</source>
        <translation>Il n’y a pas de documents à répartir.</translation>
    </message>
    <message>
        <source>There are no links.</source>
        <translation>Il n’y a aucun lien.</translation>
    </message>
    <message>
        <source>There are no spans.</source>
        <translation>Il n’y a aucun segment.</translation>
    </message>
    <message>
        <source>There are no words in the selection.</source>
        <translation>Il n’y a pas de mots dans la sélection.</translation>
    </message>
    <message>
        <source>There is already a file “{file}” in that folder; it has been left as it is.</source>
        <translation>Il y a déjà un fichier « {file} » dans ce dossier ; il est resté tel quel.</translation>
    </message>
    <message>
        <source>There is no annotator “{name}” in this project.</source>
        <translation>Il n’y a pas d’annotateur « {name} » dans ce projet.</translation>
    </message>
    <message>
        <source>There is no column “{column}”. There are: {there}.</source>
        <translation>Il n’y a pas de colonne « {column} ». Il y a : {there}.</translation>
    </message>
    <message>
        <source>There is no encoding “{encoding}”.</source>
        <translation>Il n’y a pas d’encodage « {encoding} ».</translation>
    </message>
    <message>
        <source>There is no entry in the feed.</source>
        <translation>Il n’y a aucune entrée dans le flux.</translation>
    </message>
    <message>
        <source>There is no file “{file}”.</source>
        <translation>Il n’y a pas de fichier « {file} ».</translation>
    </message>
    <message>
        <source>There is no format “{name}”. There are: {known}.</source>
        <translation>Il n’y a pas de format « {name} ». Il y a : {known}.</translation>
    </message>
    <message>
        <source>There is no merge to take back.</source>
        <translation>Il n’y a pas de fusion à annuler.</translation>
    </message>
    <message>
        <source>There is no row in the table.</source>
        <translation>Il n’y a aucune ligne dans le tableau.</translation>
    </message>
    <message>
        <source>There is no ruling on this case yet.</source>
        <translation>Il n’y a pas encore de décision sur ce cas.</translation>
    </message>
    <message>
        <source>There is no scheme “{name}”.</source>
        <translation>Il n’y a pas de schéma « {name} ».</translation>
    </message>
    <message>
        <source>There is no side “{choice}”.</source>
        <translation>Il n’y a pas de version «&#xa0;{choice}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Ce fichier n’existe pas.</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>Il ne contient pas de texte.</translation>
    </message>
    <message>
        <source>There is no web page in it.</source>
        <translation>Il n’y a pas de page web dedans.</translation>
    </message>
    <message>
        <source>There is no web page in the archive.</source>
        <translation>Il n’y a pas de page web dans l’archive.</translation>
    </message>
    <message>
        <source>There is nobody to compare with: neither gold nor another annotator has done the same documents.</source>
        <translation>Il n’y a personne à qui comparer : ni la référence ni un autre annotateur n’a fait les mêmes documents.</translation>
    </message>
    <message>
        <source>There is nothing to export: no layer fits what was asked.</source>
        <translation>Il n’y a rien à exporter : aucune couche ne répond à la demande.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>This file holds no reference values: a list of vectors with what is expected of each.</source>
        <translation>Ce fichier ne contient pas de valeurs de référence&#xa0;: une liste de vecteurs avec, pour chacun, ce qui est attendu.</translation>
    </message>
    <message>
        <source>This needs 50 items at least that two annotators share.</source>
        <translation>Il faut au moins 50 éléments que deux annotateurs ont en commun.</translation>
    </message>
    <message>
        <source>This needs three annotators at least.</source>
        <translation>Il faut au moins trois annotateurs.</translation>
    </message>
    <message>
        <source>Two labels have the same “{value}”: {path}.</source>
        <translation>Deux étiquettes ont le même « {value} » : {path}.</translation>
    </message>
    <message>
        <source>Two of the annotators have the same name.</source>
        <translation>Deux des annotateurs portent le même nom.</translation>
    </message>
    <message>
        <source>Unpacked it would take {count} million bytes: it is not opened.</source>
        <translation>Décompressé, il prendrait {count} millions d’octets : il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>What that gesture changed has been changed by something else since.</source>
        <translation>Ce que ce geste avait changé a été changé depuis par autre chose.</translation>
    </message>
    <message>
        <source>Windows need {count} finished documents that gold has too; there are {found}.</source>
        <translation>Les fenêtres demandent {count} documents terminés que la référence contient aussi ; il y en a {found}.</translation>
    </message>
    <message>
        <source>Windows need {count} finished documents that others have done too; there are {found}.</source>
        <translation>Les fenêtres demandent {count} documents terminés que d’autres ont faits aussi ; il y en a {found}.</translation>
    </message>
    <message>
        <source>a line that names the source</source>
        <translation>une ligne qui nomme la source</translation>
    </message>
    <message>
        <source>a motto or a line of the page before the title</source>
        <translation>une devise ou une ligne de la page avant le titre</translation>
    </message>
    <message>
        <source>a photo credit</source>
        <translation>un crédit photo</translation>
    </message>
    <message>
        <source>a web page, read as the text that its name says it is</source>
        <translation>une page web, lue comme le texte que son nom annonce</translation>
    </message>
    <message>
        <source>attributes of links: {count}</source>
        <translation>attributs de liens&#xa0;: {count}</translation>
    </message>
    <message>
        <source>attributes of spans: {count}</source>
        <translation>attributs de passages&#xa0;: {count}</translation>
    </message>
    <message>
        <source>byte-order mark removed</source>
        <translation>marque d’ordre des octets retirée</translation>
    </message>
    <message>
        <source>control characters, which are no text</source>
        <translation>caractères de commande, qui ne sont pas du texte</translation>
    </message>
    <message>
        <source>decisions on entities: {count}</source>
        <translation>décisions sur des entités&#xa0;: {count}</translation>
    </message>
    <message>
        <source>encoding guessed: {encoding}</source>
        <translation>encodage deviné : {encoding}</translation>
    </message>
    <message>
        <source>entities that overlap or lie off token borders, left out: {count}</source>
        <translation>entités qui se chevauchent ou coupent un mot, omises&#xa0;: {count}</translation>
    </message>
    <message>
        <source>entities: {count}</source>
        <translation>entités&#xa0;: {count}</translation>
    </message>
    <message>
        <source>layers with characters that XML does not have, another sign put there: {count}</source>
        <translation>couches avec des caractères que XML n’a pas, remplacés par un autre signe&#xa0;: {count}</translation>
    </message>
    <message>
        <source>layers without the name of their annotator: {count}</source>
        <translation>couches sans le nom de leur annotateur&#xa0;: {count}</translation>
    </message>
    <message>
        <source>layers without the time spent on them: {count}</source>
        <translation>couches sans le temps passé&#xa0;: {count}</translation>
    </message>
    <message>
        <source>layers without their status: {count}</source>
        <translation>couches sans leur état&#xa0;: {count}</translation>
    </message>
    <message>
        <source>letters broken by a wrong encoding</source>
        <translation>lettres abîmées par un mauvais encodage</translation>
    </message>
    <message>
        <source>links to entities and evidence: {count}</source>
        <translation>liens vers des entités et des preuves&#xa0;: {count}</translation>
    </message>
    <message>
        <source>links: {count}</source>
        <translation>liens&#xa0;: {count}</translation>
    </message>
    <message>
        <source>no article found in the page: all of its text is taken</source>
        <translation>aucun article trouvé dans la page : tout son texte est pris</translation>
    </message>
    <message>
        <source>notes: {count}</source>
        <translation>notes&#xa0;: {count}</translation>
    </message>
    <message>
        <source>pages that are pictures without text: {pages}</source>
        <translation>pages qui sont des images sans texte : {pages}</translation>
    </message>
    <message>
        <source>pieces of evidence: {count}</source>
        <translation>preuves&#xa0;: {count}</translation>
    </message>
    <message>
        <source>rulings of gold: {count}</source>
        <translation>décisions de la référence : {count}</translation>
    </message>
    <message>
        <source>said of the whole text, kept with its details: {key}</source>
        <translation>dit du texte entier, gardé avec ses renseignements&#xa0;: {key}</translation>
    </message>
    <message>
        <source>spans of several fragments, one span for each now: {count}</source>
        <translation>passages en plusieurs fragments, un passage pour chacun désormais&#xa0;: {count}</translation>
    </message>
    <message>
        <source>spans off token borders, grown to them: {count}</source>
        <translation>passages qui coupent un mot, étendus au mot&#xa0;: {count}</translation>
    </message>
    <message>
        <source>spans over line ends, a fragment for each line now: {count}</source>
        <translation>passages sur plusieurs lignes, un fragment par ligne désormais&#xa0;: {count}</translation>
    </message>
    <message>
        <source>spans that overlap a longer one of their label, left out: {count}</source>
        <translation>passages qui chevauchent un plus long de même étiquette, omis&#xa0;: {count}</translation>
    </message>
    <message>
        <source>spans that overlap a longer one, left out: {count}</source>
        <translation>passages qui en chevauchent un plus long, omis&#xa0;: {count}</translation>
    </message>
    <message>
        <source>spans that say neither verdict nor verifier, left out: {count}</source>
        <translation>passages sans verdict ni vérificateur, omis&#xa0;: {count}</translation>
    </message>
    <message>
        <source>texts with their tokens spaced anew: {count}</source>
        <translation>textes dont les espaces sont refaites entre les mots&#xa0;: {count}</translation>
    </message>
    <message>
        <source>the title is repeated</source>
        <translation>le titre est répété</translation>
    </message>
    <message>
        <source>titles, sources and other details of articles: {count}</source>
        <translation>titres, sources et autres renseignements sur les articles&#xa0;: {count}</translation>
    </message>
    <message>
        <source>unknown key kept in meta: {key}</source>
        <translation>clé inconnue gardée dans meta : {key}</translation>
    </message>
    <message>
        <source>words joined that a hyphen parted at a line end: {count}</source>
        <translation>mots rejoints qu’un tiret coupait en fin de ligne : {count}</translation>
    </message>
    <message>
        <source>{count} identical spans of one annotator were counted once.</source>
        <translation>{count} segments identiques d’un même annotateur n’ont été comptés qu’une fois.</translation>
    </message>
    <message>
        <source>{count} line ends made \n</source>
        <translation>{count} fins de ligne changées en \n</translation>
    </message>
    <message>
        <source>{count} spans of “{title}” do not fit its text: run a check.</source>
        <translation>{count} segments de « {title} » ne correspondent pas à son texte : lancez une vérification.</translation>
    </message>
    <message>
        <source>{id} stands in the file twice.</source>
        <translation>{id} figure deux fois dans le fichier.</translation>
    </message>
    <message>
        <source>{name} {id} lies inside a character, or outside the text.</source>
        <translation>{name} {id} tombe au milieu d’un caractère ou hors du texte.</translation>
    </message>
    <message>
        <source>{place} has no start and end that are whole numbers.</source>
        <translation>{place} n’a pas de début et de fin qui soient des nombres entiers.</translation>
    </message>
    <message>
        <source>{place} is not [start, end, label].</source>
        <translation>{place} n’est pas [début, fin, étiquette].</translation>
    </message>
    <message>
        <source>{place} is not a list.</source>
        <translation>{place} n’est pas une liste.</translation>
    </message>
    <message>
        <source>{place} is not an object.</source>
        <translation>{place} n’est pas un objet.</translation>
    </message>
    <message>
        <source>{place}.fragments is not a list of [start, end].</source>
        <translation>{place}.fragments n’est pas une liste de [début, fin].</translation>
    </message>
    <message>
        <source>“{file}” does not have the tables of a project, or has more: it has not been read.</source>
        <translation>«&#xa0;{file}&#xa0;» n’a pas les tables d’un projet, ou en a d’autres&#xa0;: il n’a pas été lu.</translation>
    </message>
    <message>
        <source>“{file}” does not have the tables of a project, or has more; it has been left as it is.</source>
        <translation>« {file} » n’a pas les tables d’un projet, ou en a d’autres ; il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>“{file}” does not read back as it was meant: {where}.</source>
        <translation>« {file} » ne se relit pas comme prévu&#xa0;: {where}.</translation>
    </message>
    <message>
        <source>“{file}” does not read back whole: {count} layers are missing.</source>
        <translation>« {file} » ne se relit pas entier&#xa0;: il manque {count} couches.</translation>
    </message>
    <message>
        <source>“{file}” does not read back: {where}: {reason}</source>
        <translation>« {file} » ne se relit pas&#xa0;: {where}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>“{file}” holds another text for “{title}” than the one that was labelled. Nothing of it was taken.</source>
        <translation>«&#xa0;{file}&#xa0;» contient pour «&#xa0;{title}&#xa0;» un autre texte que celui qui a été annoté. Rien n’en a été pris.</translation>
    </message>
    <message>
        <source>“{file}” is cut off or damaged, and nothing of it was taken. Ask for it again.</source>
        <translation>«&#xa0;{file}&#xa0;» est coupé ou abîmé, et rien n’en a été pris. Redemandez-le.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {size} GB: it has not been read.</source>
        <translation>«&#xa0;{file}&#xa0;» dépasse {size} Go&#xa0;: il n’a pas été lu.</translation>
    </message>
    <message>
        <source>“{file}” is not JSON: {reason}.</source>
        <translation>«&#xa0;{file}&#xa0;» n’est pas du JSON&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>“{file}” is not as this program wrote it, and nothing of it was taken. Ask for it again.</source>
        <translation>«&#xa0;{file}&#xa0;» n’est pas tel que ce programme l’a écrit, et rien n’en a été pris. Redemandez-le.</translation>
    </message>
    <message>
        <source>“{file}” is open elsewhere, or was not closed: close it in its own program, then merge it.</source>
        <translation>«&#xa0;{file}&#xa0;» est ouvert ailleurs, ou n’a pas été fermé&#xa0;: fermez-le dans son programme, puis fusionnez-le.</translation>
    </message>
    <message>
        <source>“{file}” was labelled with another scheme (“{theirs}”, here “{ours}”). Nothing of it was taken.</source>
        <translation>«&#xa0;{file}&#xa0;» a été annoté avec un autre schéma («&#xa0;{theirs}&#xa0;», ici «&#xa0;{ours}&#xa0;»). Rien n’en a été pris.</translation>
    </message>
    <message>
        <source>“{name}” has no span in this case.</source>
        <translation>« {name} » n’a pas de segment dans ce cas.</translation>
    </message>
    <message>
        <source>“{name}” has not labelled any document yet.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a encore annoté aucun document.</translation>
    </message>
    <message>
        <source>“{name}” has set no document to done: all documents that they have begun count.</source>
        <translation>«&#xa0;{name}&#xa0;» n’a marqué aucun document comme terminé&#xa0;: tous les documents commencés comptent.</translation>
    </message>
    <message>
        <source>“{name}” holds a data set in another format or with other parts ({files}): choose another folder.</source>
        <translation>«&#xa0;{name}&#xa0;» contient un jeu de données dans un autre format ou en d’autres parties ({files})&#xa0;: choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>“{name}” would lose {erased} of {before} spans on “{title}” ({count} layers in all lose more than 10%). Nothing was merged: say that you accept it, or look at the file first.</source>
        <translation>«&#xa0;{name}&#xa0;» perdrait {erased} segments sur {before} dans «&#xa0;{title}&#xa0;» ({count} couches en tout perdent plus de 10&#xa0;%). Rien n’a été fusionné&#xa0;: acceptez-le, ou regardez d’abord le fichier.</translation>
    </message>
    <message>
        <source>“{piece}” says nothing of a column: write --map text=body,title=headline. Fields are: {fields}.</source>
        <translation>« {piece} » ne dit rien d’une colonne : écrivez --map text=corps,title=titre. Les champs sont : {fields}.</translation>
    </message>
    <message>
        <source>“{text}” is no kind of difference: there are {kinds}.</source>
        <translation>« {text} » n’est pas un genre de différence : il y a {kinds}.</translation>
    </message>
    <message>
        <source>“{text}” is no reason: there are {reasons}.</source>
        <translation>« {text} » n’est pas une raison : il y a {reasons}.</translation>
    </message>
    <message>
        <source>“{text}” is no rule: there are {rules}.</source>
        <translation>« {text} » n’est pas une règle : il y a {rules}.</translation>
    </message>
    <message>
        <source>“{text}” is no share: write 20%.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une part&#xa0;: écrivez 20&#xa0;%.</translation>
    </message>
    <message>
        <source>“{text}” is not a choice: refuse, add or skip.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un choix&#xa0;: refuse, add ou skip.</translation>
    </message>
    <message>
        <source>“{text}” is not a choice: write --by label or --by document.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas un choix&#xa0;: écrivez --by label ou --by document.</translation>
    </message>
    <message>
        <source>“{text}” maps no label: write PERSON=claim.</source>
        <translation>«&#xa0;{text}&#xa0;» ne désigne aucune étiquette&#xa0;: écrivez PERSON=claim.</translation>
    </message>
    <message>
        <source>“{unit}” is no unit of offsets. There are: {known}.</source>
        <translation>« {unit} » n’est pas une unité de position. Il y a&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>{seen} lines were read back of {count} written.</source>
        <translation>{seen} lignes relues sur {count} écrites.</translation>
    </message>
    <message>
        <source>{title} needs “{library}”, which is not installed: pip install &apos;annotator[{extra}]&apos;</source>
        <translation>{title} a besoin de « {library} », qui n’est pas installé : pip install &apos;annotator[{extra}]&apos;</translation>
    </message>
    <message>
        <source>“{file}” cannot be read or written (disk error: {reason}). Nothing was changed.</source>
        <translation>« {file} » ne peut être ni lu ni écrit (erreur de disque : {reason}). Rien n’a été changé.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation>« {file} » ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>“{file}” could not be written: {reason}.</source>
        <translation>« {file} » n’a pas pu être écrit : {reason}.</translation>
    </message>
    <message>
        <source>“{file}” could not be written: {reason}. What stood there still does.</source>
        <translation>« {file} » n’a pas pu être écrit : {reason}. Ce qui s’y trouvait y est toujours.</translation>
    </message>
    <message>
        <source>A column is said to be two things at once.</source>
        <translation>Une colonne est dite être deux choses à la fois.</translation>
    </message>
    <message>
        <source>A date is written 2026-05-14, 2026-05 or 2026.</source>
        <translation>Une date s’écrit 2026-05-14, 2026-05 ou 2026.</translation>
    </message>
    <message>
        <source>There is already a file “{file}” in that folder: nothing was written. Choose another folder.</source>
        <translation>Il y a déjà un fichier «&#xa0;{file}&#xa0;» dans ce dossier&#xa0;: rien n’a été écrit. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>“{document}” is not the id of a document.</source>
        <translation>« {document} » n’est pas l’identifiant d’un document.</translation>
    </message>
    <message>
        <source>“{file}” has lost its scheme. Restore a backup.</source>
        <translation>« {file} » a perdu son schéma. Restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>“{file}” is a database of another program; it has been left as it is.</source>
        <translation>« {file} » est la base de données d’un autre programme ; elle est restée telle quelle.</translation>
    </message>
    <message>
        <source>“{file}” is a pack without texts: merge it where the texts are.</source>
        <translation>« {file} » est un paquet sans textes : fusionnez-le là où sont les textes.</translation>
    </message>
    <message>
        <source>“{file}” is already open in another window. Close it there first.</source>
        <translation>« {file} » est déjà ouvert dans une autre fenêtre. Fermez-le d’abord là-bas.</translation>
    </message>
    <message>
        <source>“{file}” is cut off. Restore a backup; this file has been left as it is.</source>
        <translation>« {file} » est tronqué. Restaurez une sauvegarde ; ce fichier est resté tel quel.</translation>
    </message>
    <message>
        <source>“{file}” is damaged itself: {reason}. Choose another backup.</source>
        <translation>« {file} » est lui-même abîmé : {reason}. Choisissez une autre sauvegarde.</translation>
    </message>
    <message>
        <source>“{file}” is damaged. Restore a backup; this file has been left as it is.</source>
        <translation>« {file} » est abîmé. Restaurez une sauvegarde ; ce fichier est resté tel quel.</translation>
    </message>
    <message>
        <source>“{file}” is in use by another program. Close it there and try again.</source>
        <translation>« {file} » est utilisé par un autre programme. Fermez-le là-bas et recommencez.</translation>
    </message>
    <message>
        <source>“{file}” is not a project of this program; it has been left as it is.</source>
        <translation>« {file} » n’est pas un projet de ce programme ; il est resté tel quel.</translation>
    </message>
    <message>
        <source>“{file}” is read-only: allow writing to it, or open a copy.</source>
        <translation>« {file} » est en lecture seule : autorisez l’écriture, ou ouvrez une copie.</translation>
    </message>
    <message>
        <source>“{file}” may not be written: check the permissions of the file and its folder.</source>
        <translation>« {file} » n’est pas accessible en écriture : vérifiez les droits du fichier et de son dossier.</translation>
    </message>
    <message>
        <source>“{file}” was made by a newer version of this program (tables {version}, known {known}). Update the program; the file has been left as it is.</source>
        <translation>« {file} » a été créé par une version plus récente de ce programme (tables {version}, connues {known}). Mettez le programme à jour ; le fichier est resté tel quel.</translation>
    </message>
    <message>
        <source>“{file}” was moved, deleted or replaced by another program while it was open. The last change was not kept: put the file back, or open the new one.</source>
        <translation>« {file} » a été déplacé, supprimé ou remplacé par un autre programme pendant qu’il était ouvert. Le dernier changement n’a pas été gardé : remettez le fichier, ou ouvrez le nouveau.</translation>
    </message>
    <message>
        <source>“{file}” was not finished when it was made. Make a new project.</source>
        <translation>La création de « {file} » n’a pas été achevée. Créez un nouveau projet.</translation>
    </message>
    <message>
        <source>“{file}” was opened for reading only.</source>
        <translation>« {file} » a été ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>“{name}” can be read, but not written.</source>
        <translation>« {name} » peut être lu, mais pas écrit.</translation>
    </message>
    <message>
        <source>“{name}” is a file, and {title} is a folder.</source>
        <translation>« {name} » est un fichier, et {title} est un dossier.</translation>
    </message>
    <message>
        <source>“{name}” is a folder with other things in it: choose another place.</source>
        <translation>« {name} » est un dossier qui contient autre chose&#xa0;: choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>“{name}” is not in a format that can be read here.</source>
        <translation>« {name} » n’est pas dans un format lisible ici.</translation>
    </message>
    <message>
        <source>“{text}” is not a choice: write --only done.</source>
        <translation>« {text} » n’est pas un choix : écrivez --only done.</translation>
    </message>
    <message>
        <source>“{text}” is not a split: write 80/10/10.</source>
        <translation>« {text} » n’est pas un partage : écrivez 80/10/10.</translation>
    </message>
    <message>
        <source>“{text}” leaves nothing to train on.</source>
        <translation>« {text} » ne laisse rien pour l’entraînement.</translation>
    </message>
</context>
<context>
    <name>UnitDialog</name>
    <message>
        <source>How offsets are counted</source>
        <translation>Comment sont comptées les positions</translation>
    </message>
    <message>
        <source>Characters (code points), as Python counts</source>
        <translation>Caractères (points de code), comme en Python</translation>
    </message>
    <message>
        <source>UTF-16 units, as JavaScript and Java count</source>
        <translation>Unités UTF-16, comme en JavaScript et en Java</translation>
    </message>
    <message>
        <source>Bytes of UTF-8</source>
        <translation>Octets UTF-8</translation>
    </message>
    <message>
        <source>These texts have characters, such as emoji, that some programs count as one and others as two, and the file does not say which. Choose the line whose words are whole.</source>
        <translation>Ces textes ont des caractères, comme les émojis, que certains programmes comptent pour un et d’autres pour deux, et le fichier ne dit pas lequel. Choisissez la ligne dont les mots sont entiers.</translation>
    </message>
    <message>
        <source>They would begin or end inside a character.</source>
        <translation>Ils commenceraient ou finiraient au milieu d’un caractère.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Leave these spans out</source>
        <translation>Écarter ces segments</translation>
    </message>
</context>
<context>
    <name>UnresolvedDialog</name>
    <message>
        <source>Spans to settle</source>
        <translation>Segments à placer</translation>
    </message>
    <message>
        <source>Where these words stand</source>
        <translation>Où se trouvent ces mots</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>Le placer là</translation>
    </message>
    <message>
        <source>Put it on the selected words</source>
        <translation>Le placer sur les mots sélectionnés</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>L’écarter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) stand elsewhere than their file says. None was guessed.</source>
        <translation>
            <numerusform>%n segment n’est pas là où son fichier le dit. Rien n’a été deviné.</numerusform>
            <numerusform>%n segments ne sont pas là où leur fichier le dit. Rien n’a été deviné.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be settled.</source>
        <translation>Il n’y a plus rien à placer.</translation>
    </message>
    <message>
        <source>Choose the label that it has here.</source>
        <translation>Choisissez l’étiquette qu’il porte ici.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>{type} (entity)</source>
        <translation>{type} (entité)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Words in the file</source>
        <translation>Mots dans le fichier</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Endroits</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Voices</name>
    <message>
        <source>missed</source>
        <translation>oubli</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>bornes</translation>
    </message>
    <message>
        <source>label</source>
        <translation>étiquette</translation>
    </message>
    <message>
        <source>split or merged</source>
        <translation>coupé ou réuni</translation>
    </message>
    <message>
        <source>links</source>
        <translation>liens</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>attributs</translation>
    </message>
    <message>
        <source>All agree</source>
        <translation>Tous d’accord</translation>
    </message>
    <message>
        <source>Most agree</source>
        <translation>La plupart sont d’accord</translation>
    </message>
    <message>
        <source>A guideline says so</source>
        <translation>Une consigne le dit</translation>
    </message>
    <message>
        <source>The smallest clause counts</source>
        <translation>La plus petite proposition compte</translation>
    </message>
    <message>
        <source>The evidence test decides</source>
        <translation>Le test de la preuve décide</translation>
    </message>
    <message>
        <source>The context decides</source>
        <translation>Le contexte décide</translation>
    </message>
    <message>
        <source>Somebody overlooked it</source>
        <translation>Quelqu’un l’a manqué</translation>
    </message>
    <message>
        <source>Another reason (see the note)</source>
        <translation>Une autre raison (voir la note)</translation>
    </message>
    <message>
        <source>Person {letter}</source>
        <translation>Personne {letter}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Signalé</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>line</source>
        <translation>ligne</translation>
    </message>
    <message>
        <source>row</source>
        <translation>ligne</translation>
    </message>
    <message>
        <source>page</source>
        <translation>page</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>entrée</translation>
    </message>
    <message>
        <source>document</source>
        <translation>document</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language, for names in schemes: fr</comment>
        <translation>fr</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Nothing is left to do: every document is done or flagged.</source>
        <translation>Il ne reste rien à faire : tous les documents sont terminés ou signalés.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Current span</source>
        <translation>Segment courant</translation>
    </message>
    <message>
        <source>All spans</source>
        <translation>Tous les segments</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entités</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>Consignes</translation>
    </message>
    <message>
        <source>{label} changed: {words}</source>
        <translation>{label} modifié : {words}</translation>
    </message>
    <message>
        <source>{label} made: {words}</source>
        <translation>{label} créé : {words}</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) erased</source>
        <translation>
            <numerusform>%n segment effacé</numerusform>
            <numerusform>%n segments effacés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Writer</name>
    <message>
        <source>2026, 2026-05 or 2026-05-14</source>
        <translation>2026, 2026-05 ou 2026-05-14</translation>
    </message>
</context>
</TS>
