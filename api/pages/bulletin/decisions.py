"""What was decided about windows on a day, and how far the cities had come at its end."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final, NamedTuple

from api.views.window_decision import CLASSES
from domain.calendar import local_day
from domain.codec import Codec
from domain.event_store.transaction import Connection
from domain.message import Event
from domain.offices.tree import OFFICES, REGIONS
from domain.prefectures import events
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.prefectures.step import Step, TrafficClass
from domain.titles import Title
from projections.engine.log_reader import read_streams

_UNSUSPENDED: Final = Title("未暂停窗口业务", "windows never suspended")


class DecidedAlike(NamedTuple):
    """One decision that was taken for these cities or offices, to hold from the same day."""

    what: Title
    effective_on: date | None
    places: Sequence[Title]


class WindowDecisions(NamedTuple):
    """``steps`` counts the cities that stood at each step at the end of the day."""

    taken: Sequence[DecidedAlike]
    steps: Sequence[tuple[Title, int]]


async def decisions(
    connection: Connection, codec: Codec, day: date, upto: int, region: str | None
) -> WindowDecisions:
    """The decisions that were entered on the day, up to position ``upto`` of the log.

    They are read from the events. So nothing that is decided later changes what is told of a day.
    """
    wanted = [region] if region else sorted(REGIONS)
    by_stream = {stream_of(code): code for code in wanted}
    taken: list[tuple[Title, date | None, Title]] = []
    steps: Counter[Step | None] = Counter()
    history = await read_streams(connection, codec, list(by_stream), upto)
    found = {
        by_stream[stream]: [
            each.envelope for each in recorded if local_day(each.envelope.at) <= day
        ]
        for stream, recorded in groupby(history, key=lambda each: each.stream)
    }
    for code in wanted:
        state = PREFECTURE.initial
        for envelope in found.get(code, ()):
            state = PREFECTURE.evolve(state, envelope.event)
            if local_day(envelope.at) == day:
                taken += _told(envelope.event, REGIONS[code].title)
        steps[state.step_on(day)] += 1
    order = [*Step, None]
    return WindowDecisions(
        _alike(taken),
        [(s.words if s else _UNSUSPENDED, steps[s]) for s in order if steps[s]],
    )


def _alike(taken: Iterable[tuple[Title, date | None, Title]]) -> list[DecidedAlike]:
    """Those of one kind and one day together, in the order in which they were first entered."""
    places: dict[tuple[Title, date | None], list[Title]] = {}
    for what, effective_on, place in taken:
        places.setdefault((what, effective_on), []).append(place)
    return [DecidedAlike(*key, found) for key, found in places.items()]


def _told(event: Event, city: Title) -> Iterator[tuple[Title, date | None, Title]]:
    """What was decided, from when on, and for where. That a day has come is no decision."""
    if isinstance(event, events.DecisionsTookEffect):
        return
    what = PREFECTURE.words.events[type(event).__name__]
    effective_on: date | None = getattr(event, "effective_on", None)
    places = [city]
    match event:
        case events.PrefectureClassified(region_class=region_class):
            what = CLASSES[TrafficClass(region_class)]
        case events.StepTaken(step=step) | events.StepTakenBack(step=step):
            what = Title(f"{what.zh}（{step.zh}）", f"{what.en} ({step.en})")
        case events.WindowsOpenedLocally(offices=offices):
            places = [_office(each) for each in offices]
        case events.WindowsClosedLocally(offices=offices):
            places = [_office(each) for each in offices]
        case events.CountyOfficeReopened(office=office) | events.CountyOfficeClosed(office=office):
            places = [_office(office)]
        case events.CaseworkTransferred(from_office=office):
            places = [_office(office)]
    for place in places:
        yield what, effective_on, place


def _office(code: str) -> Title:
    return OFFICES[code].title if code in OFFICES else Title(code, code)
