"""What the figures mean, and what is in hand at present."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from domain.offices.tree import OFFICES
from domain.services.catalogue import EVERY_SERVICE
from domain.titles import Title
from projections.engine.standing import Standing as Stands
from projections.throughput.definitions.all_definitions import DEFINITIONS
from projections.throughput.lines import Line, summed
from projections.throughput.measures import DUE, WAITING
from projections.throughput.plain import HELD

Count = Annotated[int, Meta(ge=0)]


class BothLanguages(msgspec.Struct, frozen=True):
    """A text in both languages."""

    zh: str
    en: str


class CountingDay(msgspec.Struct, frozen=True):
    """On which day something counts."""

    code: str
    title: BothLanguages


class FigureDefinition(msgspec.Struct, frozen=True):
    """What a figure means.

    ``dimensions`` are those it can be grouped by. A ``cohort`` is a rate of those who began on
    one day, and is open until all of them have come to their end. What is ``of_one_service`` is
    null unless one service is asked for, or ``by`` has ``service``. What is not ``available`` is
    in no answer.
    """

    code: str
    title: BothLanguages
    counts: BothLanguages
    unit: str
    when: CountingDay
    dimensions: tuple[str, ...]
    cohort: bool
    of_one_service: bool
    available: bool


class StockHere(msgspec.Struct, frozen=True):
    """What is in hand in a region or of a service, and what of it is late."""

    code: str
    title: BothLanguages
    backlog: Count
    backlog_overdue: Count
    backlog_age: dict[str, Count]


class StatisticsNow(msgspec.Struct, frozen=True):
    """What is in hand at ``at``; ``backlog_age`` counts by working days since submission.

    ``behind`` are the events that are not counted yet.
    """

    at: datetime
    position: Count
    behind: Count
    backlog: Count
    backlog_overdue: Count
    backlog_age: dict[str, Count]
    stages: dict[str, Count]
    regions: list[StockHere]
    services: list[StockHere]


def definitions() -> list[FigureDefinition]:
    return [
        FigureDefinition(
            each.code,
            _words(each.title),
            _words(each.counts),
            each.unit,
            CountingDay(each.when, _words(each.when.words)),
            each.dimensions,
            each.is_cohort,
            each.of_one_service,
            each.is_available,
        )
        for each in DEFINITIONS
    ]


def present(lines: Iterable[Line], at: datetime, stands: Stands) -> StatisticsNow:
    """What is in hand, from the lines of the present by region and service."""
    lines = list(lines)
    regions = {code: office.title for code, office in OFFICES.items()}
    services = {code: service.title for code, service in EVERY_SERVICE.items()}
    whole = summed(lines, []).get((), Line({}))
    held = whole.by_kind("held")
    return StatisticsNow(
        at=at,
        position=stands.position,
        behind=stands.behind,
        backlog=whole.in_hand,
        backlog_overdue=whole.counts.get(DUE, 0),
        backlog_age=whole.by_kind(WAITING),
        stages={stage: held[stage] for stage in HELD if stage in held},
        regions=_in_hand(summed(lines, ["region"]), regions),
        services=_in_hand(summed(lines, ["service"]), services),
    )


def _in_hand(lines: Mapping[tuple[str, ...], Line], titles: Mapping[str, Title]) -> list[StockHere]:
    """A place or service that no list knows any more is called by its code."""
    return [
        StockHere(
            code,
            _words(titles.get(code, Title(code, code))),
            line.in_hand,
            line.counts.get(DUE, 0),
            line.by_kind(WAITING),
        )
        for (code,), line in sorted(lines.items())
    ]


def _words(title: Title) -> BothLanguages:
    return BothLanguages(title.zh, title.en)
