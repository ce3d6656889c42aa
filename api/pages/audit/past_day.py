"""The figures as they stood at the end of a day, which nothing that came later has moved."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from api.language import Language
from api.pages.kit.period import SINCE
from api.pages.kit.places import place_text
from api.problems import Problem
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.plausible import FIRST_DAY
from domain.services.catalogue import EVERY_SERVICE
from domain.titles import Title
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.punctuality import ON_TIME
from projections.throughput.lines import Line, summed
from projections.throughput.plain import HELD, IN_HAND
from projections.throughput.spans import BEGINNING, DayRange
from projections.throughput.view import view

_DAY: Final = timedelta(days=1)
_OF_THE_DAY, _SINCE, _STAGES = "day", "since", "stages"

COLUMNS: Final[Sequence[tuple[str, Title]]] = (
    ("n_submitted", Title("申请", "Submitted")),
    ("n_accepted", Title("受理", "Accepted")),
    ("n_completed", Title("办结", "Completed")),
    ("n_refused", Title("不予办理", "Refused")),
    ("n_not_accepted", Title("不予受理", "Not accepted")),
    ("n_withdrawn", Title("撤回", "Withdrawn")),
    ("backlog", Title("日终在办", "In hand at the end")),
)


class PastRow(NamedTuple):
    """One line: the counts of :data:`COLUMNS`, and the share decided in time that day."""

    title: str
    counts: Sequence[int]
    on_time: float | None


def shown_day(at: str, today: date) -> date:
    """The day that was asked for, or yesterday. Raises 422 for none that has come."""
    try:
        day = date.fromisoformat(at) if at else today - _DAY
    except ValueError:
        raise Problem("at-invalid", 422) from None
    if not FIRST_DAY <= day <= today:
        raise Problem("at-invalid", 422)
    return day


async def past_day(
    connection: Connection, day: date, today: date, language: Language
) -> dict[str, Any]:
    """What the page shows. Every figure is a sum over days that are closed (ADR 24).

    What was due on the day is no such sum, because a deadline moves, so it is not told.
    """
    async with snapshot(connection):
        found = await view(connection, {_OF_THE_DAY: DayRange(day, day)})
        since = await view(connection, {_SINCE: DayRange(min(SINCE, day), day)})
        held = await view(
            connection, {_STAGES: DayRange(BEGINNING, day)}, of=(IN_HAND, *HELD.values())
        )
        stands = await standing(connection, "throughput")
    lines = found[_OF_THE_DAY]
    whole = summed(held[_STAGES], []).get((), Line({}))
    cities = {code: place_text(code, language) for code in sorted(REGIONS)}
    services = {code: each.title.text(language) for code, each in EVERY_SERVICE.items()}
    return {
        "shown": day,
        "is_open": day == today,
        "slider": _slider(day, today),
        "columns": [title.text(language) for _, title in COLUMNS],
        "total": _row(Title("当日", "That day").text(language), summed(lines, []).get(())),
        "so_far": _row(
            Title("2月3日以来累计", "Since 3 February").text(language),
            summed(since[_SINCE], []).get(()),
        ),
        "cities": _rows(cities, summed(lines, ["region"])),
        "services": [row for row in _rows(services, summed(lines, ["service"])) if any(row.counts)],
        "stages": [
            (CASE.words.stages[Stage(stage)].text(language), count)
            for stage, name in HELD.items()
            if (count := whole.counts.get(name, 0))
        ],
        "in_hand": whole.counts.get(IN_HAND, 0),
        "stands": stands,
    }


def _slider(day: date, today: date) -> Mapping[str, Any]:
    """Days are numbered from the first that counts, so that a slider sends a whole number."""
    first = min(SINCE, day)
    return {
        "first": first,
        "most": (today - first).days,
        "value": (day - first).days,
        "before": day - _DAY if day > FIRST_DAY else None,
        "after": day + _DAY if day < today else None,
    }


def _rows(titles: Mapping[str, str], lines: Mapping[tuple[Any, ...], Line]) -> list[PastRow]:
    return [_row(title, lines.get((code,))) for code, title in titles.items()]


def _row(title: str, line: Line | None) -> PastRow:
    line = line or Line({})
    figures = (OF_A_PERIOD[code].of(line) for code, _ in COLUMNS)
    counts = [count if isinstance(count, int) else 0 for count in figures]
    return PastRow(title, counts, ON_TIME.of(line))
