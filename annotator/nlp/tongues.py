"""The language of a text, by py3langid, among those that newsrooms here read; nothing where it is not sure."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]  # it has no types

LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "he", "hr", "hu", "it", "ja",
    "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "zh",
)  # fmt: skip
SURE = 0.8
_ENOUGH, _SAMPLE = 40, 1000


def language_of(text: str) -> str:
    """Return the language that a text is in, two letters; nothing where that is unsure, or the library is missing."""
    identifier = _identifier() if len(text) >= _ENOUGH else None
    if identifier is None:
        return ""
    language, confidence = identifier.classify(text[:_SAMPLE])
    return str(language) if confidence >= SURE else ""


@cache
def _identifier() -> "LanguageIdentifier | None":
    """Load the model once a process: it takes a second."""
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ModuleNotFoundError:
        return None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES)
    return identifier
