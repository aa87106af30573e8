"""What the program remembers between starts, as plain JSON values in the person's configuration folder."""

import json
import logging
from pathlib import Path

from platformdirs import user_config_path

RECENT = 8


class Settings:
    """A small store of JSON values. Losing it loses comfort and no work, so a damaged file counts as an empty one."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings from a file, by default the person's own."""
        self.path = path or user_config_path("annotator", appauthor=False) / "settings.json"
        self._values: dict[str, object] = {}
        try:
            read = json.loads(self.path.read_text(encoding="utf-8"))
            self._values = read if isinstance(read, dict) else {}
        except (OSError, ValueError, RecursionError):
            pass

    def text(self, key: str, default: str = "") -> str:
        """Return a text."""
        held = self._values.get(key)
        return held if isinstance(held, str) else default

    def number(self, key: str, default: int) -> int:
        """Return a whole number."""
        held = self._values.get(key)
        return held if isinstance(held, int) else default

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        held = self._values.get(key)
        return tuple(item for item in held if isinstance(item, str)) if isinstance(held, list) else ()

    def table(self, key: str) -> dict[str, str]:
        """Return texts by name."""
        held = self._values.get(key)
        return {k: v for k, v in held.items() if isinstance(v, str)} if isinstance(held, dict) else {}

    def keep(self, key: str, value: object) -> None:
        """Keep a JSON value, on disk at once."""
        if self._values.get(key) == value:
            return
        self._values[key] = value
        beside = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self.path)
        except OSError:
            logging.getLogger(__name__).warning("settings could not be kept", exc_info=True)

    def remember_project(self, path: Path, id_: str) -> None:
        """Put a project first among the recent ones, with its id: its backups are found by it when the file is lost."""
        name, ids = str(path.resolve()), self.table("ids")
        recent = [name, *(held for held in self.texts("recent") if held != name)][:RECENT]
        self.keep("recent", recent)
        self.keep("ids", {held: ids[held] for held in recent if held in ids} | {name: id_})

    def id_of(self, path: Path) -> str:
        """Return the id of a project that was open lately, or nothing."""
        return self.table("ids").get(str(path.resolve()), "")
