"""A prefecture, as far as its windows are concerned."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from typing import Annotated, Final, TypeVar
from uuid import UUID

import msgspec

from domain.aggregate import State
from domain.choice import Choice
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.prefectures.source import UNNAMED, Source
from domain.prefectures.step import Step, TrafficClass
from domain.titles import Title

_SPACE: Final = UUID("2d2f7c1e-9f0b-5b7a-8f55-3b1c6a7e4d20").bytes
_DECISION: Final = re.compile(r"[0-9]{6}-[0-9]+")


class PrefectureStage(Choice):
    """What was decided last. It may take effect on a later day."""

    NEW = "new", "未分类", "Not classified"
    OPEN = "open", "窗口正常开放", "Windows open"
    SUSPENDED = "suspended", "暂停窗口业务", "Windows suspended"
    REOPENING = "reopening", "逐步恢复窗口业务", "Windows reopening"


class ClassDecided(msgspec.Struct, frozen=True, gc=False):
    """A class of traffic control, and the first day on which it holds."""

    effective_on: date
    region_class: int
    source: Source = UNNAMED


class StepDecided(msgspec.Struct, frozen=True, gc=False):
    """A step, and the first day on which it holds."""

    effective_on: date
    step: Step
    source: Source = UNNAMED


class ListDecided(msgspec.Struct, frozen=True, gc=False):
    """What the third step opens, and the first day of the list."""

    effective_on: date
    services: tuple[str, ...]
    source: Source = UNNAMED


class OfficeDecided(msgspec.Struct, frozen=True, gc=False):
    """What one office serves by a decision of its own, from a day on. It is closed for nothing."""

    effective_on: date
    office: str
    services: tuple[str, ...]
    source: Source = UNNAMED


D = TypeVar("D", ClassDecided, StepDecided, ListDecided, OfficeDecided)


class Prefecture(State, frozen=True):
    """Decisions stand in the order in which they were taken. ``version`` counts all events.

    ``followed`` are the versions of those that took effect, so that whatever waits for a window
    was told.
    """

    stage: PrefectureStage = PrefectureStage.NEW
    region: str = ""
    region_class: int | None = None
    taken: Annotated[tuple[StepDecided, ...], Title("窗口业务决定", "decisions about windows")] = ()
    lists: Annotated[tuple[ListDecided, ...], Title("第三步业务清单", "third-step services")] = ()
    offices: Annotated[
        tuple[OfficeDecided, ...], Title("单独决定的机构", "offices decided on by themselves")
    ] = ()
    classes: Annotated[
        tuple[ClassDecided, ...], Title("管控类别决定", "decisions about its class")
    ] = ()
    version: Annotated[int, Title("记录数", "number of entries")] = 0
    followed: Annotated[tuple[int, ...], Title("已生效的决定", "decisions in effect")] = ()

    def class_on(self, day: date) -> int | None:
        """The class of traffic control on the day."""
        held = _latest(self.classes, day)
        return held.region_class if held else None

    def step_on(self, day: date) -> Step | None:
        """The step in force. There is none if nothing was ever suspended."""
        held = self.step_decided(day)
        return held.step if held else None

    def step_decided(self, day: date) -> StepDecided | None:
        """The decision that says which step is in force. Of two for one day the later counts."""
        return _latest(self.taken, day) or self._by_class(day)

    def suspended(self, day: date) -> StepDecided | None:
        """The last suspension up to the day."""
        suspensions = [each for each in self.taken if each.step is Step.SUSPENDED]
        return _latest(suspensions, day) or self._by_class(day)

    def listed(self, day: date) -> ListDecided | None:
        """The list of the third step, unless a suspension has overtaken it."""
        return self._standing(_latest(self.lists, day), day)

    def own(self, office: str, day: date) -> OfficeDecided | None:
        """What was decided on one office, unless a suspension has overtaken it."""
        return self._standing(_latest([o for o in self.offices if o.office == office], day), day)

    def about_windows(self) -> list[Source]:
        """The decisions that open or close windows, in their order."""
        found = {
            **{each.source.version: each.source for each in self.taken},
            **{each.source.version: each.source for each in self.lists},
            **{each.source.version: each.source for each in self.offices},
        }
        if closed := self._closed_by_class():
            found[closed.version] = closed
        return [found[version] for version in sorted(found)]

    def ahead(self) -> list[Source]:
        """Those that nothing has followed yet."""
        return [each for each in self.about_windows() if each.version not in self.followed]

    def _by_class(self, day: date) -> StepDecided | None:
        """Class one is suspended although nobody has suspended it.

        Whoever comes from there into class two stands before the first step.
        """
        begun = [
            each
            for each in self.classes
            if each.region_class == TrafficClass.ONE
            and each.effective_on <= day
            and _latest(self.classes, each.effective_on) is each
        ]
        first = min(begun, key=lambda each: each.effective_on, default=None)
        return StepDecided(first.effective_on, Step.SUSPENDED, first.source) if first else None

    def _closed_by_class(self) -> Source | None:
        """The decision about its class, if windows were closed by nothing else until its day."""
        closed = self._by_class(date.max)
        if closed is None or any(each.effective_on <= closed.effective_on for each in self.taken):
            return None
        return closed.source if closed.source.effective_on else None

    def _standing(self, found: D | None, day: date) -> D | None:
        closed = self.suspended(day)
        if found is None or closed is None:
            return found
        later = (found.effective_on, found.source.version)
        return found if later >= (closed.effective_on, closed.source.version) else None


def _latest(decided: Iterable[D], day: date) -> D | None:
    held = [each for each in decided if each.effective_on <= day]
    return max(reversed(held), key=lambda each: each.effective_on) if held else None


def names_a_decision(text: str | None) -> bool:
    """Whether this has the form of the id of a decision, of whatever prefecture."""
    return text is not None and _DECISION.fullmatch(text) is not None


def stream_of(region: str) -> UUID:
    """The stream of the prefecture with this GB/T 2260 code."""
    return uuid5(_SPACE, region)


def prefecture_named(region: str) -> UUID:
    """The same of a code as somebody has typed it. Other texts name no prefecture."""
    with suppress(InvalidIdentifier):
        region = squeezed(region)
    return stream_of(region)
