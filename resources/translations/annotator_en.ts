<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AgreementWindow</name>
    <message numerus="yes">
        <source>%n document(s) done by two annotators at least</source>
        <translation>
            <numerusform>%n document done by two annotators at least</numerusform>
            <numerusform>%n documents done by two annotators at least</numerusform>
        </translation>
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
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
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
            <numerusform>%n of them shared</numerusform>
            <numerusform>%n of them shared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them a second time</source>
        <translation>
            <numerusform>%n of them a second time</numerusform>
            <numerusform>%n of them a second time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) ruled on</source>
        <translation>
            <numerusform>%n case ruled on</numerusform>
            <numerusform>%n cases ruled on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message numerus="yes">
        <source>{file} and %n other table(s) with the same columns</source>
        <translation>
            <numerusform>{file} and %n other table with the same columns</numerusform>
            <numerusform>{file} and %n other tables with the same columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesDialog</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message numerus="yes">
        <source>%n document(s) written</source>
        <translation>
            <numerusform>%n document written</numerusform>
            <numerusform>%n documents written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForksDialog</name>
    <message numerus="yes">
        <source>%n layer(s) were worked on in two places. Nothing is lost: say which side is kept.</source>
        <translation>
            <numerusform>%n layer was worked on in two places. Nothing is lost: say which side is kept.</numerusform>
            <numerusform>%n layers were worked on in two places. Nothing is lost: say which side is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other side, %n span(s)</source>
        <translation>
            <numerusform>The other side, %n span</numerusform>
            <numerusform>The other side, %n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Grammar</name>
    <message numerus="yes">
        <source>Everywhere in this project: %n place(s). Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>Everywhere in this project: %n place. Ctrl+Z takes it back.</numerusform>
            <numerusform>Everywhere in this project: %n places. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n document(s) came in</source>
        <translation>
            <numerusform>%n document came in</numerusform>
            <numerusform>%n documents came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed over</source>
        <translation>
            <numerusform>%n passed over</numerusform>
            <numerusform>%n passed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near copies of others</source>
        <translation>
            <numerusform>%n near copy of another</numerusform>
            <numerusform>%n near copies of others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle by hand</source>
        <translation>
            <numerusform>%n to settle by hand</numerusform>
            <numerusform>%n to settle by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n entity</numerusform>
            <numerusform>%n entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle by hand</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n to settle by hand</numerusform>
            <numerusform>%n to settle by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <comment>spans</comment>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in the files</source>
        <translation>
            <numerusform>%n span in the files</numerusform>
            <numerusform>%n spans in the files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>– {label}: %n span(s) left out</source>
        <translation>
            <numerusform>– {label}: %n span left out</numerusform>
            <numerusform>– {label}: %n spans left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message numerus="yes">
        <source>%n span(s) come with the files.</source>
        <translation>
            <numerusform>%n span comes with the files.</numerusform>
            <numerusform>%n spans come with the files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) have no place here yet: choose, add them to the scheme, or leave them out.</source>
        <translation>
            <numerusform>%n label has no place here yet: choose, add it to the scheme, or leave it out.</numerusform>
            <numerusform>%n labels have no place here yet: choose, add them to the scheme, or leave them out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n file(s) cannot be merged</source>
        <translation>
            <numerusform>%n file cannot be merged</numerusform>
            <numerusform>%n files cannot be merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) refused</source>
        <translation>
            <numerusform>%n layer refused</numerusform>
            <numerusform>%n layers refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new layer(s)</source>
        <translation>
            <numerusform>%n new layer</numerusform>
            <numerusform>%n new layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new document(s)</source>
        <translation>
            <numerusform>%n new document</numerusform>
            <numerusform>%n new documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) would lose more than a tenth</source>
        <translation>
            <numerusform>%n layer would lose more than a tenth</numerusform>
            <numerusform>%n layers would lose more than a tenth</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) come from two machines: their owner settles them.</source>
        <translation>
            <numerusform>%n layer comes from two machines: its owner settles it.</numerusform>
            <numerusform>%n layers come from two machines: their owners settle them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeTable</name>
    <message numerus="yes">
        <source>%n made</source>
        <translation>
            <numerusform>%n made</numerusform>
            <numerusform>%n made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n erased</source>
        <translation>
            <numerusform>%n erased</numerusform>
            <numerusform>%n erased</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message numerus="yes">
        <source>%n layer(s) written: {path}</source>
        <translation>
            <numerusform>%n layer written: {path}</numerusform>
            <numerusform>%n layers written: {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressWindow</name>
    <message numerus="yes">
        <source>%n document(s) in the project</source>
        <translation>
            <numerusform>%n document in the project</numerusform>
            <numerusform>%n documents in the project</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%n near copies in the project</source>
        <translation>
            <numerusform>%n near copy in the project</numerusform>
            <numerusform>%n near copies in the project</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message numerus="yes">
        <source>%n case(s) ruled on</source>
        <translation>
            <numerusform>%n case ruled on</numerusform>
            <numerusform>%n cases ruled on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n span(s) to settle</source>
        <translation>
            <numerusform>%n span to settle</numerusform>
            <numerusform>%n spans to settle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnresolvedDialog</name>
    <message numerus="yes">
        <source>%n span(s) stand elsewhere than their file says. None was guessed.</source>
        <translation>
            <numerusform>%n span stands elsewhere than its file says. None was guessed.</numerusform>
            <numerusform>%n spans stand elsewhere than their file says. None was guessed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message numerus="yes">
        <source>%n span(s) erased</source>
        <translation>
            <numerusform>%n span erased</numerusform>
            <numerusform>%n spans erased</numerusform>
        </translation>
    </message>
</context>
</TS>
