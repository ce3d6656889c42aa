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
from domain.case.delivery.events import HandedToPost, ParcelDelivered
from domain.case.intake.events import CaseSubmitted
from domain.case.stage import OPEN
from domain.message import Event
from domain.people import system
from domain.recorded_event import Envelope, RecordedEvent
from projections.throughput.contribution import contribution
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from projections.throughput.definitions.definition import Unit
from projections.throughput.fold import fold
from projections.throughput.lines import BEFORE, Line
from projections.throughput.plain import IN_HAND, plain
from projections.throughput.spans import DayRange
from tests.kit.histories import PLOTS, lives
from tests.kit.life import MORNING
from tests.kit.plate_histories import plate_by_post
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
Question = tuple[list[list["Told"]], DayRange]
Place = tuple[str, bool]
"""An office, and whether the green channel."""


class Told(NamedTuple):
    at: datetime
    event: Event


STORIES: Final = [
    [Told(each.at, each.event) for each in life.envelopes] for life in lives(len(PLOTS))
]
BY_POST: Final = STORIES[PLOTS.index(plate_by_post)]


@st.composite
def likely(draw: st.DrawFn) -> list[list[Told]]:
    """Stories that begin on one of a few days, and are told up to some point.

    Half of the time all are posted, so that one arrives on the day on which another is sent.
    """
    stories = draw(st.sampled_from(([BY_POST], STORIES)))
    cases = []
    for _ in range(draw(st.integers(1, 8))):
        story, later = draw(st.sampled_from(stories)), timedelta(days=draw(st.integers(0, 2)))
        told = [Told(each.at + later, each.event) for each in story]
        cases.append(told[: draw(st.one_of(st.just(len(told)), st.integers(1, len(told))))])
    return cases


@st.composite
def unlikely(draw: st.DrawFn) -> list[list[Told]]:
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


@st.composite
def asked(draw: st.DrawFn) -> tuple[list[list[Told]], DayRange]:
    """Cases, and a few days from about a day on which something happened, often that day alone.

    Often it is one on which something was posted.
    """
    cases = draw(st.one_of(likely(), unlikely()))
    happened = [each for told in cases for each in told]
    posted = [each for each in happened if isinstance(each.event, HandedToPost)]
    about = draw(st.sampled_from((happened, posted or happened)))
    first = draw(st.sampled_from(sorted({local_day(each.at) for each in about})))
    first -= timedelta(days=draw(st.sampled_from((0, 0, 0, 3))))
    return cases, DayRange(first, first + timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 30)))))


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
@given(asked())
def test_every_row_adds_up_to_what_is_in_hand(question: Question) -> None:
    cases, days = question
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


def test_parcels_that_arrive_are_divided_by_those_posted_with_them() -> None:
    """Three posted on a day and a fourth on the next, on which all four arrive."""
    first, second = FIRST, FIRST + timedelta(days=1)
    posted = HandedToPost(item_no="EE473124829CN", attempt=1, expected_by=second)
    hours = (1, 2, 3, 25)
    cases = [
        [
            Told(MORNING, SUBMITTED),
            Told(MORNING + timedelta(hours=each), posted),
            Told(MORNING + timedelta(hours=27), ParcelDelivered(delivered_on=second)),
        ]
        for each in hours
    ]
    rate, place = OF_A_PERIOD["delivery_rate"], (SUBMITTED.office, False)
    for days in (DayRange(first, first), DayRange(second, second), DayRange(first, second)):
        assert rate.of(lines(cases, days)[place]) == 1
    under_way = [told[:2] for told in cases]
    assert rate.unknown(lines(under_way, DayRange(first, first))[place]) == 3


@settings(max_examples=200, deadline=None)
@given(asked())
def test_no_rate_is_below_0_or_above_1(question: Question) -> None:
    cases, days = question
    for line in lines(cases, days).values():
        for definition in SHARES:
            rate = definition.of(line)
            each = rate.values() if isinstance(rate, Mapping) else [rate]
            assert all(0 <= share <= 1 for share in each if share is not None), definition.code


@settings(max_examples=100, deadline=None)
@given(asked(), st.integers(1, 60))
def test_a_rate_that_is_not_marked_open_never_changes(question: Question, later: int) -> None:
    """Of days that are over. What comes later changes only the rates of who is still under way."""
    cases, days = question
    now = days.last + timedelta(days=later)
    so_far = [[each for each in told if local_day(each.at) <= now] for told in cases]
    known, whole = lines(so_far, days), lines(cases, days)
    for place, line in whole.items():
        for definition in SHARES:
            before = known.get(place, Line({}))
            if not definition.unknown(before):
                assert definition.of(before) == definition.of(line), definition.code
