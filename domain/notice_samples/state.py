"""The samples of an official as their history says they are, and which stream is his."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.hidden import HIDDEN
from domain.name_based import uuid5
from domain.notice_samples.kinds import NoticeSampleStage, SampleLanguage
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f9604").bytes
NUMBER: Final = "mobile"
"""The sealed part in which the number stands."""


class NoticeSamples(State, frozen=True):
    """``samples`` were asked for in all, and ``of_day`` of them on ``asked_on``."""

    stage: NoticeSampleStage = NoticeSampleStage.NONE
    officer: str = ""
    samples: Annotated[int, Title("样例总数", "samples in all")] = 0
    asked_on: date | None = None
    of_day: Annotated[int, Title("当日样例数", "samples of the day")] = 0
    step: str = ""
    language: SampleLanguage = SampleLanguage.BOTH
    key_id: Annotated[UUID | None, HIDDEN] = None


def samples_of(person: str) -> UUID:
    """The stream of an official, who is called as ``Actor.person`` calls him."""
    return uuid5(_SPACE, person)
