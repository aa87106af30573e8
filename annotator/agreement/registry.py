"""The measures by name: what each is called, which paper it comes from, and what it needs."""

from dataclasses import dataclass
from typing import Literal

type Needs = Literal["spans", "labels", "text", "items", "two", "tokens", "links", "competence"]
NEEDS: dict[Needs, str] = {
    "spans": "spans of two annotators or more",
    "labels": "aligned spans of two annotators or more",
    "text": "spans of two annotators or more, one value at each place",
    "items": "items with values from two annotators or more",
    "two": "items with values from two annotators",
    "tokens": "texts in tokens, spans of two annotators or more",
    "links": "links of two annotators or more",
    "competence": "three annotators, 50 items that two share",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its name in files, its title, its paper, what it needs, and whether blank text changes its value."""

    name: str
    title: str
    paper: str
    needs: Needs
    continuum: bool = False

    @property
    def needed(self) -> str:
        """Return what it needs, in words."""
        return NEEDS[self.needs]


_HRIPCSAK = "Hripcsak & Rothschild (2005), JAMIA 12(3):296-298"
_MATHET = "Mathet, Widlöcher & Métivier (2015), Computational Linguistics 41(3):437-479"
_GAMMA_CAT = "Mathet (2017), Computational Linguistics 43(3):661-681"
_UNITIZING = "Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50(6):2347-2364"
_ALPHA = "Krippendorff (2004), Content Analysis, 2nd ed., chapter 11"
_COHEN = "Cohen (1960), Educational and Psychological Measurement 20(1):37-46"

MEASURES: tuple[Measure, ...] = (
    Measure("span_f1_exact", "span F1, exact", _HRIPCSAK, "spans"),
    Measure("span_f1_overlap", "span F1, overlap", _HRIPCSAK, "spans"),
    Measure("gamma", "gamma", _MATHET, "spans", continuum=True),
    Measure("gamma_cat", "gamma-cat", _GAMMA_CAT, "labels", continuum=True),
    Measure("gamma_k", "gamma-k", _GAMMA_CAT, "labels", continuum=True),
    Measure("u_alpha", "u-alpha", _UNITIZING, "text", continuum=True),
    Measure("bar_u_alpha", "bar-u-alpha", _UNITIZING, "spans", continuum=True),
    Measure("cu_alpha", "cu-alpha", _UNITIZING, "text", continuum=True),
    Measure("ku_alpha", "(k)u-alpha", _UNITIZING, "text", continuum=True),
    Measure("alpha_u_2004", "alpha_U of 2004", "Krippendorff (2004), Quality & Quantity 38:787-800", "spans", True),
    Measure("krippendorff_alpha", "Krippendorff's alpha", _ALPHA, "items"),
    Measure("cohen_kappa", "Cohen's kappa", _COHEN, "two"),
    Measure("weighted_kappa", "weighted kappa", "Cohen (1968), Psychological Bulletin 70(4):213-220", "two"),
    Measure("scott_pi", "Scott's pi", "Scott (1955), Public Opinion Quarterly 19(3):321-325", "two"),
    Measure("fleiss_kappa", "Fleiss' kappa", "Fleiss (1971), Psychological Bulletin 76(5):378-382", "items"),
    Measure("gwet_ac1", "Gwet's AC1", "Gwet (2008), Br. J. Math. Stat. Psychology 61(1):29-48", "items"),
    Measure("gwet_ac2", "Gwet's AC2", "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed.", "items"),
    Measure("percent_agreement", "percent agreement", "Fleiss (1971), Psychological Bulletin 76(5):378-382", "items"),
    Measure("link_f1", "link F1", _HRIPCSAK, "links"),
    Measure("token_alpha", "token alpha", _ALPHA, "tokens", continuum=True),
    Measure("token_kappa", "token kappa", _COHEN, "tokens", continuum=True),
    Measure("precision", "precision against gold", "van Rijsbergen (1979), Information Retrieval, chapter 7", "spans"),
    Measure("recall", "recall against gold", "van Rijsbergen (1979), Information Retrieval, chapter 7", "spans"),
    Measure("f1", "F1 against gold", "van Rijsbergen (1979), Information Retrieval, chapter 7", "spans"),
    Measure("match_counts", "counts of spans matched", "Chinchor & Sundheim (1993), MUC-5", "spans"),
    Measure("bennett_s", "Bennett's S", "Bennett, Alpert & Goldstein (1954), POQ 18(3):303-308", "items"),
    Measure("conger_kappa", "kappa of Hubert and Conger", "Conger (1980), Psychological Bulletin 88(2)", "items"),
    Measure("light_kappa", "kappa of Light", "Light (1971), Psychological Bulletin 76(5):365-377", "items"),
    Measure("dawid_skene", "competence", "Dawid & Skene (1979), Applied Statistics 28(1):20-28", "competence"),
    Measure("mace", "competence", "Hovy, Berg-Kirkpatrick, Vaswani & Hovy (2013), NAACL-HLT", "competence"),
)


def measure_named(name: str) -> Measure:
    """Return the measure of this name; raises KeyError for none."""
    return {measure.name: measure for measure in MEASURES}[name]
