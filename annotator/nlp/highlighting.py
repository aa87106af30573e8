"""Highlighting a text: tokens, sentences and entities, from spaCy and from rules, as offsets on the original text."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from annotator.model.highlights import NAMES, Found, Highlights
from annotator.model.text import normal_form
from annotator.model.told import Told
from annotator.nlp.dates import dates
from annotator.nlp.equipment import equipment
from annotator.nlp.gazetteer import Gazetteer
from annotator.nlp.names import names
from annotator.nlp.quantities import quantities
from annotator.nlp.segmenting import plain_tokens, segmentation, stretches
from annotator.nlp.words import Words

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("fr_core_news_md", "fr_core_news_sm")
_UNUSED = ("tok2vec", "morphologizer", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")


class ModelMissing(Told):
    """A language model that is not installed."""


class Highlighter:
    """A loaded model with the names of one project."""

    def __init__(self, nlp: "Language", tokenizer: str, gazetteer: Gazetteer) -> None:
        """Take a pipeline of which only the entity recognizer is left."""
        self._nlp = nlp
        self._tokenizer = tokenizer
        self._gazetteer = gazetteer

    def highlight(self, text: str, *, language: str = "fr") -> Highlights:
        """Return tokens, sentences and entities of a text, in code points of the text as it is.

        The model speaks French: texts in other languages get rules and lists only.
        """
        plain = normal_form(text)
        cuts = list(stretches(plain))
        readable = [(start, plain[start:end]) for start, end, hard in cuts if not hard]
        tokens = [token for start, end, hard in cuts if hard for token in plain_tokens(start, end)]
        guessed: list[tuple[int, int, str]] = []
        pieces = (piece for _, piece in readable)
        docs = self._nlp.pipe(pieces) if language == "fr" else map(self._nlp.make_doc, pieces)
        for (base, _), doc in zip(readable, docs, strict=True):
            tokens += [(base + t.idx, base + t.idx + len(t)) for t in doc if not t.is_space]
            guessed += [
                (base + ent.start_char, base + ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in NAMES
            ]
        tokens.sort()
        return Highlights(segmentation(plain, tokens, self._tokenizer), self._entities(plain, guessed, language))

    def _entities(self, plain: str, guessed: list[tuple[int, int, str]], language: str) -> tuple[Found, ...]:
        words = Words.of(plain)
        listed = self._gazetteer.matches(words)
        gear = equipment(words, {match.start: match for match in listed})
        days = dates(words, language)
        found = names(words, guessed, listed=listed, gear=gear, days=days, common=self._common, language=language)
        for label, places in (("DATE", days), ("QTY", quantities(words, gear, days)), ("EQUIP", gear)):
            found += [Found(label, start, end, "rule") for start, end in places]
        return tuple(sorted(found, key=lambda f: (f.start, -f.end, f.label)))

    def _common(self, word: str) -> bool:
        """Tell whether a lower-case word is one that the model has met in ordinary text."""
        return bool(self._nlp.vocab.has_vector(word)) and self._nlp.vocab.vectors_length > 0


def load_highlighter(model: str = MODELS[0], *, gazetteer: Sequence[tuple[str, str]] = ()) -> Highlighter:
    """Load a model with a project's names: (name, entity type), an empty type for what is never an entity.

    Raises ModelMissing with the command that adds it.
    """
    import spacy

    package = model.replace("_", "-")
    try:
        tokenizer = f"{model} {version(package)} (spaCy {version('spacy')})"
        nlp = spacy.load(model, exclude=list(_UNUSED))
    except (PackageNotFoundError, OSError) as error:
        raise ModelMissing(
            "The language model “{model}” is not installed. Add it with: pip install {package}",
            model=model,
            package=package,
        ) from error
    nlp.max_length = 10_000_000
    return Highlighter(nlp, tokenizer, Gazetteer.of(gazetteer))


def available_models() -> tuple[str, ...]:
    """Return the models that are installed, the best first."""
    found = []
    for model in MODELS:
        try:
            version(model.replace("_", "-"))
        except PackageNotFoundError:
            continue
        found.append(model)
    return tuple(found)
