"""Light and dark: two palettes, one accent, and the few style rules that palettes cannot say."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication

from annotator.model.bundled import bundled
from annotator.ui.icons import recolour

HALF = 128
"""Lightness between dark and light."""


@dataclass(frozen=True, slots=True)
class Colours:
    """What a theme is made of; ``quiet`` is for secondary text, ``line`` for hairlines."""

    window: str
    base: str
    raised: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    highlight: str
    on_highlight: str
    warning: str


LIGHT = Colours(
    "#f5f6f8",
    "#ffffff",
    "#ebedf1",
    "#1f2328",
    "#5b636e",
    "#d5d9e0",
    "#1f6497",
    "#ffffff",
    "#1f6497",
    "#ffffff",
    "#fff3d6",
)
DARK = Colours(
    "#202328",
    "#181a1e",
    "#2b2f36",
    "#e6e8ec",
    "#a3abb6",
    "#3a3f48",
    "#7ab8e6",
    "#10151a",
    "#2a5578",
    "#ffffff",
    "#4a3a14",
)


def is_dark(app: QApplication) -> bool:
    """Tell whether the program is shown dark now."""
    return app.palette().color(QPalette.ColorRole.Window).lightness() < HALF


def apply(app: QApplication, mode: str) -> None:
    """Show the program light, dark, or as the system does; where nothing says what the system does, light."""
    hints = app.styleHints()
    hints.setColorScheme({"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(mode, Qt.ColorScheme.Unknown))
    # a bare X server keeps no colour scheme: the mode itself decides, and only "system" asks
    dark = mode == "dark" or (mode != "light" and hints.colorScheme() == Qt.ColorScheme.Dark)
    chosen = DARK if dark else LIGHT
    app.setPalette(_palette(chosen))
    resources = bundled("resources")
    rules = resources.joinpath("styles", "quiet.qss").read_text(encoding="utf-8")
    rules = rules.replace("@tick@", Path(str(resources), "icons", f"tick-{'dark' if dark else 'light'}.svg").as_posix())
    for name in Colours.__slots__:
        rules = rules.replace(f"@{name}@", getattr(chosen, name))
    app.setStyleSheet(rules)
    for widget in app.allWidgets():
        if isinstance(widget, QAbstractButton):
            recolour(widget)


def _palette(chosen: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    pairs = {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.base,
        role.AlternateBase: chosen.window,
        role.Text: chosen.text,
        role.Button: chosen.raised,
        role.ButtonText: chosen.text,
        role.ToolTipBase: chosen.base,
        role.ToolTipText: chosen.text,
        role.PlaceholderText: chosen.quiet,
        role.Highlight: chosen.highlight,
        role.HighlightedText: chosen.on_highlight,
        role.Link: chosen.accent,
        role.BrightText: chosen.on_accent,
        role.Accent: chosen.accent,
        role.Mid: chosen.line,
        role.Midlight: chosen.line,
        role.Light: chosen.base,
        role.Dark: chosen.quiet,
    }
    for key, value in pairs.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(chosen.quiet))
    return palette
