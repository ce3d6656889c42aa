"""This period beside the one before, and a city beside the province."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from api.language import Language
from api.pages.kit.formats import NOTHING
from api.pages.kit.period import Period
from api.views.thresholds import THRESHOLDS, Alarm
from domain.event_store.transaction import Connection
from domain.titles import Title
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.definition import Definition, Unit
from projections.throughput.lines import Line, summed
from projections.throughput.spans import DayRange
from projections.throughput.view import view

THIS, BEFORE, WEEK_AGO, HENAN = "this", "before", "week_ago", "henan"
FIGURES: Final = (
    "n_submitted",
    "n_accepted",
    "n_decided",
    "n_completed",
    "backlog",
    "on_time_rate",
    "case_handler_rate",
    "correction_rate",
    "refusal_rate",
    "return_rate",
)
"""Those that are compared. Of all services together no time is told."""
COMPARED: Final = frozenset(
    name for code in FIGURES if (made := OF_A_PERIOD[code].made) for name in made.measures
)
"""The sums of which they are made."""


class ComparedRow(NamedTuple):
    """A figure by what it is told of. ``change`` is against the period before.

    It is a share of the figure before of a count, and percentage points of a rate.
    """

    definition: Definition
    values: Mapping[str, float | None]
    change: float | None
    unknown: Mapping[str, int]
    """Of how many cases a rate does not know yet, by the same columns."""

    @property
    def is_share(self) -> bool:
        return self.definition.unit is Unit.SHARE

    def tone(self, column: str) -> Alarm:
        threshold = THRESHOLDS.get(self.definition.code)
        return threshold.tone(self.values[column]) if threshold else Alarm.PLAIN


class PeriodComparison(NamedTuple):
    """The sums of each column."""

    lines: Mapping[str, Line]
    period: Period
    before: DayRange

    def rows(self) -> list[ComparedRow]:
        return [_row(OF_A_PERIOD[code], self.lines) for code in FIGURES]


COLUMNS: Final[Mapping[str, Title]] = {
    THIS: Title("本期", "This period"),
    BEFORE: Title("上期", "The one before"),
    WEEK_AGO: Title("上周同日", "Same day last week"),
    HENAN: Title("全省本期", "Henan, this period"),
}


def change_text(row: ComparedRow, language: Language) -> str:
    """The change with its sign: in percent of a count, in percentage points of a rate."""
    if row.change is None:
        return NOTHING
    unit = Title("个百分点", " pp").text(language) if row.is_share else "%"
    return f"{row.change * 100:+.1f}{unit}".replace("-", "−")


async def compared(
    reading: Connection,
    period: Period,
    chosen: Iterable[Line],
    *,
    region: str | None,
    service: str | None,
) -> PeriodComparison:
    """Asks for it, of a region or a service if one was chosen.

    ``chosen`` are the lines of the period by region, of the service if one was chosen.
    """
    before = DayRange(*period.before)
    days = {BEFORE: before}
    if period.week_ago:
        days[WEEK_AGO] = DayRange(*period.week_ago)
    found = await view(
        reading, {}, by_region=days, of=COMPARED, services=[service] if service else None
    )
    this = list(chosen)
    lines = {THIS: _together(this, region)}
    lines |= {name: _together(each, region) for name, each in found.items()}
    if region:
        lines[HENAN] = _together(this, None)
    return PeriodComparison(lines, period, before)


def _row(definition: Definition, lines: Mapping[str, Line]) -> ComparedRow:
    values = {name: _value(definition, line) for name, line in lines.items()}
    this, before = values[THIS], values[BEFORE]
    change = None
    if this is not None and before is not None:
        if definition.unit is Unit.SHARE:
            change = this - before
        elif before:
            change = this / before - 1
    unknown = {name: definition.unknown(line) for name, line in lines.items()}
    return ComparedRow(definition, values, change, unknown)


def _value(definition: Definition, line: Line) -> float | None:
    value = definition.of(line)
    assert value is None or isinstance(value, int | float)
    return value


def _together(lines: Iterable[Line], region: str | None) -> Line:
    here: Sequence[Line] = [line for line in lines if region in {None, line.key["region"]}]
    return summed(here, []).get((), Line({}))
