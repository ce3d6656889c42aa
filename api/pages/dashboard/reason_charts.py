"""The charts of reasons, ranked: why cases were refused, corrected, or came back from the post."""

from collections.abc import Mapping
from typing import Final

from api.language import Language
from api.pages.dashboard.charted import Charted
from api.pages.dashboard.dashboard_chart import DashboardChart, bars
from domain.case.grounds import GreenKind
from domain.case.intake.reasons import DefectCode
from domain.parcels.reasons import FailedDelivery
from domain.services.catalogue import REFUSALS
from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.delivery import UNTOLD

_REASON: Final = Title("原因", "Reason")
_NOTICES: Final = Title("件次", "Notices")
_RETURNS: Final[Mapping[str, Title]] = {
    **{each: each.words for each in FailedDelivery},
    UNTOLD: Title("邮政未说明", "Not told by the post"),
}


def refusals(found: Charted, language: Language) -> DashboardChart:
    return _ranked(
        found,
        language,
        "refusals",
        "refusal_grounds",
        measures.REFUSED_FOR,
        REFUSALS,
        (Title("理由", "Ground"), Title("件数", "Decisions")),
    )


def corrections(found: Charted, language: Language) -> DashboardChart:
    return _ranked(
        found,
        language,
        "corrections",
        "correction_reasons",
        measures.CORRECTED_FOR,
        {each: each.words for each in DefectCode},
        (_REASON, _NOTICES),
    )


def returns(found: Charted, language: Language) -> DashboardChart:
    return _ranked(
        found,
        language,
        "returns",
        "return_reasons",
        measures.RETURNED_FOR,
        _RETURNS,
        (_REASON, Title("件数", "Parcels")),
    )


def green(found: Charted, language: Language) -> DashboardChart:
    return _ranked(
        found,
        language,
        "green",
        "green_count",
        measures.GREEN,
        {each: each.words for each in GreenKind},
        (Title("事由", "Ground"), Title("件数", "Cases")),
    )


def _ranked(
    found: Charted,
    language: Language,
    name: str,
    figure: str,
    measure: str,
    words: Mapping[str, Title],
    heads: tuple[Title, Title],
) -> DashboardChart:
    """The kinds of a figure of the period, the most frequent first."""
    ranked = sorted(found.whole.by_kind(measure).items(), key=lambda each: -each[1])
    definition = OF_A_PERIOD[figure]
    return bars(
        name,
        definition.title,
        heads[0],
        heads[1],
        definition.counts,
        [words[code] for code, _ in ranked],
        [count for _, count in ranked],
        language,
    )
