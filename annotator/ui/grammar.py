"""The keyboard grammar: motion by motion and action by action, what each key does in the article."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from annotator.model.layer import Entity, EntityStatus, Span, TargetKind
from annotator.model.scheme import LinkType, Scheme, name_in
from annotator.ui.article.motions import Kind
from annotator.ui.words import language
from annotator.ui.workspace import Workspace
from annotator.workflow.annotating import Edge

POSITIONS = {10: 0, 11: 1, 12: 2, 13: 3}
"""Where the number keys lie on the keyboard (X11 and evdev scan codes), whatever stands on them."""
AZERTY = {Qt.Key.Key_Ampersand: 0, Qt.Key.Key_Eacute: 1, Qt.Key.Key_QuoteDbl: 2, Qt.Key.Key_Apostrophe: 3}


class Grammar(QObject):
    """The verbs of the article, on one workspace.

    Signals:
        linksPossible(list): several links may be between two spans: (link type, source, target) each.
    """

    linksPossible = Signal(list)

    def __init__(self, place: Workspace) -> None:
        """Listen to the article."""
        super().__init__(place)
        self.place, self.desk, self.view = place, place.desk, place.view
        self._link_from: Span | None = None
        self.view.installEventFilter(self)
        self.desk.chosen.connect(self._maybe_link)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the article do, by id."""
        handlers: dict[str, Callable[[], object]] = {
            "fragment": self.add_fragment,
            "erase": self.erase,
            "attributes": lambda: self.look_into(self.place.inspector.focus_attributes),
            "note": lambda: self.look_into(self.place.inspector.focus_note),
            "link": self.begin_link,
            "back": self.let_go,
            "entity_type": self.choose_type,
            "next_span": lambda: self.step_span(1),
            "previous_span": lambda: self.step_span(-1),
            "accept": lambda: self.decide("confirmed"),
            "reject": lambda: self.decide("rejected"),
            "accept_all": lambda: self.decide("confirmed", everywhere=True),
            "reject_all": lambda: self.decide("rejected", everywhere=True),
            "undo": lambda: self.desk.do(self.desk.annotating.undo),
            "redo": lambda: self.desk.do(self.desk.annotating.redo),
            "sentence_back": lambda: self.move("sentence", forward=False),
            "sentence": lambda: self.move("sentence"),
            "sentence_extend": lambda: self.move("sentence", extend=True),
            "entity_back": lambda: self.move("entity", forward=False),
        }
        for at in range(4):
            handlers[f"label_{at + 1}"] = lambda at=at: self.place.label(at)  # type: ignore[misc]  # a lambda with a default
        for kind in ("entity", "quotation", "clause"):
            handlers[kind] = lambda kind=kind: self.move(kind)  # type: ignore[misc]  # a lambda with a default
            handlers[f"{kind}_extend"] = lambda kind=kind: self.move(kind, extend=True)  # type: ignore[misc]  # the same
        for edge in ("start", "end"):
            for side in ("left", "right"):
                for suffix in ("", "_c"):
                    handlers[f"{edge}_{side}{suffix}"] = self._edge(edge, side == "right", suffix == "_c")
        return handlers

    def add_fragment(self) -> None:
        """Add the selection to the current span."""
        desk, (start, end) = self.desk, self.view.selection()
        span = desk.span
        if span is None or start == end:
            desk.told.emit(self.tr("Go to a span, select the other words, then press +."))
            return
        if desk.do(lambda: desk.annotating.add_fragment(span.id, start, end, exact=bool(self.view.exact))):
            self.view.select(end, end)

    def erase(self) -> None:
        """Erase the current span."""
        if (span := self.desk.span) is not None:
            self.desk.do(lambda: self.desk.annotating.erase(span.id))

    def look_into(self, focus: Callable[[], object]) -> None:
        """Give the keys to a part of the inspector, wherever its panel is."""
        if self.desk.span is None:
            self.desk.told.emit(self.tr("Go to a span first: Tab."))
            return
        self.place.panels.show("inspector")
        focus()

    def step_span(self, by: int) -> None:
        """Go to the next or previous span."""
        spans = self.desk.labelled.spans if self.desk.labelled else ()
        if not spans:
            return
        ids = [span.id for span in spans]
        if self.desk.span_id in ids:
            at = (ids.index(self.desk.span_id) + by) % len(ids)
        else:
            caret = self.view.caret()
            at = next((i for i, span in enumerate(spans) if span.start >= caret), 0) - (by < 0)
        self.place.go_to_span(ids[at])

    def move(self, kind: Kind, *, forward: bool = True, extend: bool = False) -> None:
        """Move through the article; an entity that is reached is current."""
        reached = self.view.move_to(kind, forward=forward, extend=extend)
        if kind == "entity" and reached is not None and not extend and self.desk.labelled is not None:
            entities = self.desk.labelled.entities
            found = next((e for e in entities if (e.start, e.end) == reached and e.status != "rejected"), None)
            self.desk.choose_entity(found.id if found else None)
        elif reached is not None and self.desk.entity is not None:
            self.desk.choose_span(None)

    def decide(self, status: EntityStatus, *, everywhere: bool = False) -> None:
        """Confirm or reject the current entity, or the one under the caret."""
        desk, caret = self.desk, self.view.caret()
        entities = desk.labelled.entities if desk.labelled else ()
        entity = desk.entity or next((e for e in entities if e.start <= caret < e.end), None)
        if entity is None:
            desk.told.emit(self.tr("Go to an entity first: E."))
            return
        if desk.do(lambda: desk.annotating.decide_entity(entity.id, status, everywhere=everywhere)) and everywhere:
            self._count(entity.words)

    def give_type(self, label: str, held: Entity | None, *, everywhere: bool = False) -> None:
        """Give an entity another type, or, without one, make the selection an entity of this type."""
        desk, (start, end) = self.desk, self.view.selection()
        done = None
        if held is not None:
            done = desk.do(
                lambda: desk.annotating.decide_entity(held.id, "confirmed", label=label, everywhere=everywhere)
            )
        elif start != end:
            done = desk.do(lambda: desk.annotating.add_entity(start, end, label, everywhere=everywhere))
        if done and everywhere and desk.labelled is not None:
            self._count(held.words if held else desk.labelled.text[start:end])

    def _count(self, words: str) -> None:
        """Say in how many places something was decided everywhere."""
        places = len(self.desk.annotating.project.entities_named(words.strip()))
        self.desk.told.emit(self.tr("Everywhere in this project: %n place(s). Ctrl+Z takes it back.", "", places))

    def begin_link(self) -> None:
        """Take the current span as the start of a link; the next one chosen is its end."""
        self._link_from = self.desk.span
        words = self.tr("Choose what it is linked to: click it, or go there with Tab or E.")
        self.desk.told.emit(words if self._link_from else self.tr("Go to a span first: Tab."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the number keys by their place on the keyboard too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            at = POSITIONS.get(event.nativeScanCode(), AZERTY.get(Qt.Key(event.key()))) if plain else None
            if at is not None and self._keeps_its_number(at):
                self.place.label(at)
                return True
        return super().eventFilter(watched, event)

    def _keeps_its_number(self, at: int) -> bool:
        """Tell whether a label still has its number for a key: then the key of that place gives it too."""
        number = str(at + 1)
        of_label = (action for action in self.view.actions() if action.objectName() == f"label_{number}")
        return any(action.shortcut() == QKeySequence(number) for action in of_label)

    def let_go(self) -> None:
        """Come back to the article; once there, let go of what is current."""
        if self.place.find_bar.isVisible():
            self.place.find_bar.leave()
        elif not self.view.hasFocus():
            self.place.header.cancel()
            self.view.setFocus()
        else:
            self._link_from = None
            self.view.set_found([])
            self.desk.choose_span(None)

    def choose_type(self) -> None:
        """Ask which type the current entity has, or the selection shall have."""
        from annotator.ui.menus import at_caret, type_menu

        start, end = self.view.selection()
        if self.desk.entity is None and start == end:
            self.desk.told.emit(self.tr("Go to an entity with E, or select words, then press T."))
            return
        type_menu(self, self.desk.entity).popup(at_caret(self))

    def _edge(self, edge: Edge, forward: bool, by_character: bool) -> Callable[[], object]:

        def move() -> None:
            if (span := self.desk.span) is not None:
                verbs = self.desk.annotating
                self.desk.do(lambda: verbs.move_edge(span.id, edge, forward=forward, by_character=by_character))

        return move

    def _maybe_link(self) -> None:
        source, desk = self._link_from, self.desk
        span, entity = desk.span, desk.entity
        if source is None or (span is None and entity is None) or (span is not None and span.id == source.id):
            return
        self._link_from = None
        ways = possible_links(desk.scheme, source, span or entity)
        if not ways:
            desk.told.emit(self.tr("The scheme has no link between these two."))
        elif len(ways) == 1:
            self.link(*ways[0])
        else:
            self.linksPossible.emit(ways)

    def link(self, kind: LinkType, source: Span, target: Span | Entity) -> None:
        """Link two; the span that the link starts from stays current."""
        of: TargetKind = "span" if isinstance(target, Span) else "entity"
        if self.desk.do(lambda: self.desk.annotating.add_link(kind.key, source.id, of, target.id)):
            self.desk.choose_span(source.id)
            name = name_in(kind.name, language())
            words = " ".join((target.text if isinstance(target, Span) else target.words).split())
            self.desk.told.emit(self.tr("Linked: {link} → {words}").format(link=name, words=words))


def possible_links(
    scheme: Scheme, one: Span, other: Span | Entity | None
) -> list[tuple[LinkType, Span, Span | Entity]]:
    """Return the links that may be between two, those from the first on before those back to it."""
    if other is None:
        return []
    end = other.label if isinstance(other, Span) else "entity"
    found: list[tuple[LinkType, Span, Span | Entity]] = [
        (kind, one, other) for kind in scheme.link_types if one.label in kind.source and end in kind.target
    ]
    if isinstance(other, Span):
        back = (k for k in scheme.link_types if other.label in k.source and one.label in k.target and not k.symmetric)
        found += [(kind, other, one) for kind in back]
    return found


def hint(place: Workspace) -> str:
    """Return what the next key would do."""
    start, end = place.view.selection()
    if place.desk.glance is None:
        return QCoreApplication.translate("Hint", "Import articles to begin · ? keys")
    if place.desk.entity is not None:
        return QCoreApplication.translate("Hint", "Enter confirms the entity · Backspace rejects it · T type")
    if start != end:
        return QCoreApplication.translate(
            "Hint", "1–4 label the selection · + adds it to the span · T makes it an entity"
        )
    if place.desk.span is not None:
        return QCoreApplication.translate(
            "Hint", "1–4 relabel · D F J K edges · A attributes · N note · L link · Del erase"
        )
    return QCoreApplication.translate("Hint", "1–4 label this sentence · S E Q C move · Tab next span · ? keys")
