"""A city as whoever has signed in sees it, with the decisions that he may take."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from api.actions import slug
from api.desk import Desk
from api.identity import Identity
from api.pages.prefecture.choices import fits
from api.pages.prefecture.questions import can_be_answered, questions
from api.views.decision_preview import ROWS
from domain.circumstances import Circumstances
from domain.door.attempt import Opened, unbegun
from domain.door.refusals import NotFound
from domain.message import Command
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.recorded_event import RecordedEvent

_ORDER: Final = tuple(ROWS)


class DecidingCity(NamedTuple):
    """``decisions`` are those that ``identity`` may take, by their addresses."""

    region: str
    opened: Opened[Prefecture]
    history: Sequence[RecordedEvent]
    decisions: Sequence[str]
    identity: Identity
    at: Circumstances

    @property
    def state(self) -> Prefecture:
        return self.opened.state

    @property
    def today(self) -> date:
        return self.at.today


async def city_of(desk: Desk, identity: Identity, region: str) -> DecidingCity:
    """The city as it stands in the log. One that has decided nothing has not begun."""
    stream, history = stream_of(region), list[RecordedEvent]()
    try:
        opened, found = await desk.door.open(PREFECTURE, stream, identity.actor)
        history += found
    except NotFound:
        opened = unbegun(PREFECTURE, stream)
    at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)
    role = identity.actor.role
    may = {
        slug(command)
        for command in PREFECTURE.possible_to(opened.state, at)
        if role in PREFECTURE.row(command).by and _makes_sense(command, opened.state, region)
    }
    decisions = [name for name in _ORDER if name in may]
    return DecidingCity(region, opened, history, decisions, identity, at)


def _makes_sense(command: type[Command], current: Prefecture, region: str) -> bool:
    """Whether it fits a class that the city has or will have, and there is something to choose."""
    classes: set[int | None] = {each.region_class for each in current.classes}
    return fits(command, classes) and can_be_answered(questions(command, current, region))
