"""A prefecture, as far as its windows are concerned."""

from contextlib import suppress
from datetime import date
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.choice import Choice
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.prefectures.step import Step
from domain.titles import Title

_SPACE: Final = UUID("2d2f7c1e-9f0b-5b7a-8f55-3b1c6a7e4d20").bytes


class PrefectureStage(Choice):
    """What was decided last. It may take effect on a later day."""

    NEW = "new", "未分类", "Not classified"
    OPEN = "open", "窗口正常开放", "Windows open"
    SUSPENDED = "suspended", "暂停窗口业务", "Windows suspended"
    REOPENING = "reopening", "逐步恢复窗口业务", "Windows reopening"


class StepDecided(msgspec.Struct, frozen=True, gc=False):
    """A step, and the first day on which it holds."""

    effective_on: date
    step: Step


class CountyDecided(msgspec.Struct, frozen=True, gc=False):
    """A county office, and the first day on which it is open."""

    effective_on: date
    office: str


class Prefecture(State, frozen=True):
    """``taken`` and ``counties`` stand in the order in which they were decided."""

    stage: PrefectureStage = PrefectureStage.NEW
    region: str = ""
    region_class: int | None = None
    taken: Annotated[tuple[StepDecided, ...], Title("窗口业务决定", "decisions about windows")] = ()
    counties: Annotated[
        tuple[CountyDecided, ...], Title("已恢复的县级车管所", "county offices reopened")
    ] = ()

    def step_on(self, day: date) -> Step | None:
        """The step in force. There is none if nothing was ever suspended.

        Of two decisions for one day the later counts.
        """
        held = [taken for taken in self.taken if taken.effective_on <= day]
        return max(reversed(held), key=lambda taken: taken.effective_on).step if held else None


def stream_of(region: str) -> UUID:
    """The stream of the prefecture with this GB/T 2260 code."""
    return uuid5(_SPACE, region)


def prefecture_named(region: str) -> UUID:
    """The same of a code as somebody has typed it. Other texts name no prefecture."""
    with suppress(InvalidIdentifier):
        region = squeezed(region)
    return stream_of(region)
