"""The words of the window: French is complete, every action has a key and a menu."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from annotator.ui.actions import MENUS, TABLE

FRENCH = Path(__file__).parents[2] / "resources" / "translations" / "annotator_fr.ts"


def test_no_french_string_is_left_unfinished() -> None:
    translations = ElementTree.parse(FRENCH).getroot().findall(".//translation")
    assert len(translations) > 100
    assert all(t.get("type") != "unfinished" and "".join(t.itertext()).strip() for t in translations)


def test_every_action_has_a_key_of_its_own_and_a_menu() -> None:
    keys = [row.key for row in TABLE]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert {row.menu for row in TABLE} == set(MENUS)
