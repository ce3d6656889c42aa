"""Events about samples. These names and fields are stored for ever."""

from datetime import date
from typing import Annotated
from uuid import UUID

from domain.hidden import HIDDEN, SEALED
from domain.message import Event
from domain.notice_samples.kinds import SampleLanguage


class NoticeSampleEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the samples of an official."""


class NoticeSampleAsked(NoticeSampleEvent, frozen=True, kw_only=True):
    """The text that tells of ``step`` goes to the official's own number, which is sealed.

    ``sample`` counts those of the official, from 1.
    """

    sample: int
    step: str
    language: SampleLanguage
    officer: str
    asked_on: date
    key_id: Annotated[UUID, HIDDEN]
    sealed: Annotated[dict[str, str], SEALED]


class NoticeSampleHandedOver(NoticeSampleEvent, frozen=True, kw_only=True):
    """A gateway has taken the sample."""

    sample: int


class NoticeSampleTurnedAway(NoticeSampleEvent, frozen=True, kw_only=True):
    """The gateway will never take the sample."""

    sample: int
