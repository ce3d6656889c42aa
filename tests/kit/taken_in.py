"""The cases that officers of a town have taken in at their windows."""

from datetime import date
from typing import Final, NamedTuple

from cheguan.town.town import Town
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.intake.events import CaseSubmitted
from domain.case.state import Case
from domain.event_store.connection import connect
from domain.message import Event
from domain.offices.tree import REGIONS
from domain.people import system
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.services.window.facts import WindowFacts

READER: Final = system("test")


class TakenIn(NamedTuple):
    """A case as it began at a window, and as it ended."""

    on: date
    first: CaseSubmitted
    events: tuple[Event, ...]
    state: Case

    @property
    def facts(self) -> WindowFacts:
        assert isinstance(self.first.facts, WindowFacts)
        return self.first.facts

    @property
    def window(self) -> str:
        return self.facts.done_at or self.facts.counter


async def taken_in(town: Town) -> list[TakenIn]:
    """Every case of the town that an officer has taken in."""
    connection = await connect(town.url)
    cursor = await connection.execute(
        "SELECT originator_id FROM stored_events WHERE topic = 'CaseSubmitted'"
    )
    found = []
    for (case,) in await cursor.fetchall():
        opened, history = await town.door.open(CASE, case, READER)
        first = history[0].envelope.event
        assert isinstance(first, CaseSubmitted)
        if first.taken_in_by:
            events = tuple(each.envelope.event for each in history)
            on = local_day(history[0].envelope.at)
            found.append(TakenIn(on, first, events, opened.state))
    await connection.close()
    return found


async def prefectures(town: Town) -> dict[str, Prefecture]:
    return {
        code: (await town.door.open(PREFECTURE, stream_of(code), READER))[0].state
        for code in REGIONS
    }
