"""Menus at a place in the article: what can be done with the words, the span or the entity there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from annotator.model.layer import Entity, Span
from annotator.model.scheme import LinkType, name_in
from annotator.ui.grammar import Grammar
from annotator.ui.labels import menu_words
from annotator.ui.popup import Popup
from annotator.ui.words import language

SHOWN = 24
"""So many characters of each end of a link are shown."""
SPAN_ACTIONS = ("erase", "note", "link")
ENTITY_ACTIONS = ("accept", "accept_all", "reject", "reject_all")


def article_menu(grammar: Grammar, actions: dict[str, QAction], span: str, entity: str) -> QMenu:
    """Return the menu for a place; what it is about becomes current, what is selected stays selected."""
    start, end = grammar.view.selection()
    menu = Popup(grammar.view)
    tongue = language()
    entities = grammar.desk.labelled.entities if grammar.desk.labelled else ()
    held = next((one for one in entities if one.id == entity), None)
    whole = held is not None and (held.start, held.end) == (start, end)
    if start != end:
        # the keys act on what is current: what only lies below other words is not offered
        span = span if span == grammar.desk.span_id else ""
        entity, held = (entity, held) if whole else ("", None)
    if entity and (whole or not span):
        grammar.desk.choose_entity(entity)
    elif span:
        grammar.desk.choose_span(span)
    for at, label in enumerate(grammar.desk.scheme.labels[:4]):
        chosen = menu.addAction(menu_words(name_in(label.name, tongue)), partial(grammar.place.label, at))
        chosen.setShortcut(actions[f"label_{at + 1}"].shortcut())
    menu.addSeparator()
    if span:
        menu.addActions([actions[id_] for id_ in SPAN_ACTIONS])
    if grammar.desk.span is not None and start != end:
        menu.addAction(actions["fragment"])
    if not menu.actions()[-1].isSeparator():
        menu.addSeparator()
    if entity:
        menu.addActions([actions[id_] for id_ in ENTITY_ACTIONS])
    if held is not None or start != end:
        menu.addMenu(type_menu(grammar, held, menu))
        menu.addSeparator()
    menu.addAction(actions["undo"])
    menu.addAction(actions["redo"])
    return menu


def type_menu(grammar: Grammar, held: Entity | None, parent: QMenu | None = None) -> QMenu:
    """Return the menu of entity types: another type for an entity, or, without one, a new entity of the selection."""
    translate = QCoreApplication.translate
    title = translate("Menus", "Entity type") if held else translate("Menus", "Add as entity")
    menu = Popup(title, parent or grammar.view)
    everywhere = Popup(translate("Menus", "Everywhere in this project"), menu)
    for number, kind in enumerate(grammar.desk.scheme.entity_types, start=1):
        words = f"&{number}  {menu_words(name_in(kind.name, language()))}"
        for into, whole in ((menu, False), (everywhere, True)):
            action = into.addAction(words, partial(grammar.give_type, kind.key, held, everywhere=whole))
            action.setCheckable(held is not None)
            action.setChecked(held is not None and held.label == kind.key)
    menu.addSeparator()
    menu.addMenu(everywhere)
    return menu


def link_menu(grammar: Grammar, ways: Sequence[tuple[LinkType, Span, Span | Entity]]) -> QMenu:
    """Return the menu of links that may be between two; numbers choose."""
    menu = Popup(grammar.view)
    for number, (kind, source, target) in enumerate(ways, start=1):
        ends = (
            " ".join(" ".join(end.words if isinstance(end, Span) else (end.words,)).split()) for end in (source, target)
        )
        one, other = (f"{words[:SHOWN]}…" if len(words) > SHOWN else words for words in ends)
        words = f"&{number}  {menu_words(f'{one} — {name_in(kind.name, language())} → {other}')}"
        menu.addAction(words, partial(grammar.link, kind, source, target))
    return menu


def at_caret(grammar: Grammar) -> QPoint:
    """Return the place below the caret, where a menu asked for by a key comes up."""
    view = grammar.view
    return view.viewport().mapToGlobal(view.cursorRect().bottomLeft())
