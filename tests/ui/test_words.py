"""The words of the window: French is complete, every action has a key and a menu."""

import re
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


def test_french_sentences_have_the_holes_of_the_english_ones() -> None:
    for message in ElementTree.parse(FRENCH).getroot().iter("message"):
        english, french = message.findtext("source", ""), "".join(message.find("translation").itertext())  # type: ignore[union-attr]  # every message has one
        assert set(re.findall(r"{\w+}", english)) == set(re.findall(r"{\w+}", french)), english
