"""Writes what somebody is told of an event, the same each time it is asked."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.case.case import CASE
from domain.case.state import Case
from domain.message import Event
from domain.notices.wording import tracking_link, whole
from domain.recorded_event import RecordedEvent
from domain.services.catalogue import EVERY_SERVICE
from domain.telling import Telling
from domain.titles import Title

TELLINGS: Final[Mapping[str, Telling[Case, Event]]] = {
    each.on.__name__: each for each in CASE.tells
}
"""What is told of the events of a case, by their names."""


class NoticeWriter:
    """``public_url`` is the address of the service as people know it, if it has one."""

    def __init__(self, public_url: str | None) -> None:
        self._public_url = public_url

    def text(self, history: Sequence[RecordedEvent], version: int) -> Title | None:
        """The whole text about the event at this version. None says that nobody is told of it."""
        past = history[:version]
        event = past[-1].event
        telling = TELLINGS.get(type(event).__name__)
        current = CASE.fold(each.event for each in past)
        told = telling.told(current, event) if telling else None
        if told is None:
            return None
        return whole(
            told,
            service=EVERY_SERVICE[current.service].title,
            reference=current.reference,
            link=tracking_link(self._public_url, current.reference),
        )


def is_urgent(step: str) -> bool:
    return TELLINGS[step].at_once
