"""How two versions of a scheme differ: labels and attributes are known by id and key, whatever they are called."""

from annotator.model.scheme import Label, Scheme, name_in
from annotator.model.told import Sentence, sentence


def differences(ours: Scheme, theirs: Scheme) -> tuple[Sentence, ...]:
    """Return what is not the same, one sentence each; nothing for the same labels, whatever their colours."""
    found = []
    if ours.version != theirs.version:
        found.append(
            sentence("The scheme there is version {theirs}, here {ours}.", theirs=theirs.version, ours=ours.version)
        )
    mine, others = ({label.id: label for label in scheme.labels} for scheme in (ours, theirs))
    for id_ in sorted(others.keys() - mine.keys()):
        found.append(sentence("The label “{label}” is only there.", label=_name(others[id_])))
    for id_ in sorted(mine.keys() - others.keys()):
        found.append(sentence("The label “{label}” is only here.", label=_name(mine[id_])))
    for id_ in sorted(mine.keys() & others.keys()):
        found += _label_differences(mine[id_], others[id_])
    return tuple(found)


def _label_differences(ours: Label, theirs: Label) -> list[Sentence]:
    found = []
    if (ours.key, ours.name) != (theirs.key, theirs.name):
        names = {"theirs": _name(theirs), "ours": _name(ours)}
        found.append(sentence("The label “{theirs}” there is “{ours}” here: the same id.", **names))
    mine, others = ({a.key: {v.value for v in a.values} for a in label.attributes} for label in (ours, theirs))
    for key in sorted(mine.keys() | others.keys()):
        if mine.get(key) != others.get(key):
            found.append(
                sentence("The attribute “{attribute}” of “{label}” differs.", attribute=key, label=_name(ours))
            )
    return found


def _name(label: Label) -> str:
    return name_in(label.name, "en")
