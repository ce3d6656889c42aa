"""Whatever happens to cases, and whatever days are asked for: rows add up and rates are rates."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import OPEN
from domain.case.vocabulary import CaseEvent
from domain.people import system
from domain.recorded_event import Envelope, RecordedEvent
from projections.throughput.contribution import contribution
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.definition import Unit
from projections.throughput.fold import fold
from projections.throughput.lines import BEFORE, Line
from projections.throughput.plain import IN_HAND, plain
from projections.throughput.spans import DayRange
from tests.kit.life import MORNING
from tests.property.test_any_history import OF_CASES

FIRST: Final = local_day(MORNING)
SUBMITTED: Final = next(event for event in OF_CASES if isinstance(event, CaseSubmitted))
LATER: Final = [event for event in OF_CASES if not isinstance(event, CaseSubmitted)]
CAME: Final = ("backlog_before", "n_submitted", "n_reopened", "n_moved_in")
WENT: Final = (
    *("n_completed", "n_refused", "n_not_accepted", "n_withdrawn", "n_lapsed", "n_moved_out"),
    "backlog",
)
SHARES: Final = [each for each in OF_A_PERIOD.values() if each.unit is Unit.SHARE]
Place = tuple[str, bool]
"""An office, and whether the green channel."""


class Told(NamedTuple):
    at: datetime
    event: CaseEvent


@st.composite
def histories(draw: st.DrawFn) -> list[list[Told]]:
    """Of a few cases that come and go over a few days, with any events in any order."""
    cases = []
    for _ in range(draw(st.integers(1, 4))):
        at, events = MORNING, [SUBMITTED, *draw(st.lists(st.sampled_from(LATER), max_size=25))]
        told = []
        for event in events:
            at += timedelta(hours=draw(st.integers(0, 30)))
            told.append(Told(at, event))
        cases.append(told)
    return cases


spans = st.tuples(st.integers(-3, 30), st.integers(0, 30)).map(
    lambda drawn: DayRange(
        FIRST + timedelta(days=drawn[0]), FIRST + timedelta(days=drawn[0] + drawn[1])
    )
)


def lines(cases: Iterable[list[Told]], days: DayRange) -> dict[Place, Line]:
    """The lines of a period by office and green channel, from the figures of the read model."""
    found: dict[Place, Line] = defaultdict(lambda: Line({}))
    for number, told in enumerate(cases):
        row = fold(None, _recorded(number, told))
        for (day, office, _, channel, green, measure), value in (
            contribution(row).items() if row else ()
        ):
            for name, sign in plain(measure, channel):
                if days.first <= day <= days.last:
                    found[office, green].add(name, sign * value)
                elif day < days.first and name == IN_HAND:
                    found[office, green].add(BEFORE, sign * value)
    return found


def _recorded(number: int, told: list[Told]) -> list[RecordedEvent]:
    return [
        RecordedEvent(
            UUID(int=number),
            version,
            version,
            Envelope(
                event=each.event,
                at=each.at,
                by=system("test"),
                office="410100",
                channel="test",
                rules="test",
                build="test",
                cause=UUID(int=2),
            ),
        )
        for version, each in enumerate(told, start=1)
    ]


@settings(max_examples=100, deadline=None)
@given(histories(), spans)
def test_every_row_adds_up_to_what_is_in_hand(cases: list[list[Told]], days: DayRange) -> None:
    standing: Counter[Place] = Counter()
    for told in cases:
        state = CASE.fold(each.event for each in told if local_day(each.at) <= days.last)
        if state.stage in OPEN:
            standing[state.office, state.green] += 1
    for place, line in lines(cases, days).items():
        figures = {code: OF_A_PERIOD[code].of(line) for code in (*CAME, *WENT)}
        counts = {code: value for code, value in figures.items() if isinstance(value, int)}
        assert sum(counts[code] for code in CAME) == sum(counts[code] for code in WENT)
        assert min(counts.values()) >= 0
        assert counts["backlog"] == standing.pop(place, 0)
    assert not standing


@settings(max_examples=100, deadline=None)
@given(histories(), spans)
def test_no_rate_is_below_0_or_above_1(cases: list[list[Told]], days: DayRange) -> None:
    for line in lines(cases, days).values():
        for definition in SHARES:
            rate = definition.of(line)
            each = rate.values() if isinstance(rate, Mapping) else [rate]
            assert all(0 <= share <= 1 for share in each if share is not None), definition.code


@settings(max_examples=100, deadline=None)
@given(histories(), spans, st.integers(1, 60))
def test_a_rate_that_is_not_marked_open_never_changes(
    cases: list[list[Told]], days: DayRange, later: int
) -> None:
    """Of days that are over. What comes later changes only the rates of who is still under way."""
    now = days.last + timedelta(days=later)
    so_far = [[each for each in told if local_day(each.at) <= now] for told in cases]
    known, whole = lines(so_far, days), lines(cases, days)
    for place, line in whole.items():
        for definition in SHARES:
            before = known.get(place, Line({}))
            if not definition.unknown(before):
                assert definition.of(before) == definition.of(line), definition.code
