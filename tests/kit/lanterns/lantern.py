"""LANTERN: an aggregate of the tests that flashes when a bell rings, once each time.

A second flash for the same ring would be seen: nothing in it tells one from another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from domain.aggregate import CARRIED, Aggregate, Decision, Effect, State
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.people import Role
from domain.reaction import DONE, BulkReaction, Cause, Consequence, Instead, Later, Reaction
from domain.refusal import Conflict
from domain.titles import Title
from domain.wording import Words
from tests.kit.lanterns.bell import BellPealed, BellRung, MuffleBell

TRIES: Final = 3


class Condition(StrEnum):
    """``UNHUNG`` before anything has happened to it."""

    UNHUNG = "unhung"
    FINE = "fine"
    WET = "wet"
    BROKEN = "broken"
    GONE = "gone"
    LOCKED = "locked"


class Lantern(State, frozen=True):
    stage: Condition = Condition.UNHUNG
    flashes: int = 0


class LanternEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a lantern."""


class LanternSet(LanternEvent, frozen=True, kw_only=True):
    stage: Condition


class LanternFlashed(LanternEvent, frozen=True, kw_only=True):
    """``bell`` is the one that rang."""

    bell: UUID


class LanternCommand(Command, frozen=True, kw_only=True):
    """A request to a lantern."""


class SetLantern(LanternCommand, frozen=True, kw_only=True):
    condition: Condition


class FlashLantern(LanternCommand, frozen=True, kw_only=True):
    bell: UUID


@dataclass(kw_only=True)
class LanternWet(Conflict):
    """It dries by and by."""


@dataclass(kw_only=True)
class LanternBroken(Conflict):
    """It will never flash again."""


@dataclass(kw_only=True)
class LanternGone(Conflict):
    """Nobody minds."""


@dataclass(kw_only=True)
class LanternLocked(Conflict):
    """Nobody has foreseen that."""


_REFUSED: Final = {
    Condition.WET: LanternWet,
    Condition.BROKEN: LanternBroken,
    Condition.GONE: LanternGone,
    Condition.LOCKED: LanternLocked,
}
CURSED: Final = UUID(int=13)
"""The bell at which the reaction itself fails."""


def _set(current: Lantern, command: SetLantern, at: Circumstances) -> Sequence[LanternEvent]:
    return [LanternSet(stage=command.condition)]


def _flash(current: Lantern, command: FlashLantern, at: Circumstances) -> Sequence[LanternEvent]:
    if refusal := _REFUSED.get(current.stage):
        raise refusal
    return [LanternFlashed(bell=command.bell)]


def _flashed(current: Lantern, event: LanternFlashed) -> Lantern:
    return replace(current, flashes=current.flashes + 1)


def _hears(cause: Cause[BellRung]) -> Iterable[Consequence]:
    if cause.stream == CURSED:
        raise ArithmeticError
    for lantern in cause.event.lanterns:
        yield Consequence(lantern, FlashLantern(bell=cause.stream))


def _muffles(cause: Cause[BellRung]) -> Consequence:
    return Consequence(cause.stream, MuffleBell())


def _joins_in(cause: Cause[BellPealed], lantern: UUID) -> Command:
    return FlashLantern(bell=cause.stream)


_ANYBODY: Final = frozenset(Role)
_ALWAYS: Final = set(Condition)
LANTERN: Final = Aggregate(
    kind="lantern",
    initial=Lantern(),
    event=LanternEvent,
    command=LanternCommand,
    decisions=(
        Decision(SetLantern, at=_ALWAYS, by=_ANYBODY, decide=_set),
        Decision(FlashLantern, at=_ALWAYS, by={Role.SYSTEM}, decide=_flash),
    ),
    effects=(
        Effect(LanternSet, to=CARRIED),
        Effect(LanternFlashed, change=_flashed),
    ),
    words=Words(
        stages={each: Title("状态", each) for each in Condition},
        events={"LanternSet": Title("布置", "Set"), "LanternFlashed": Title("闪亮", "Flashed")},
        commands={"SetLantern": Title("布置", "Set"), "FlashLantern": Title("闪亮", "Flash")},
        fields={"stage": Title("状态", "condition"), "bell": Title("钟", "bell")},
    ),
    reactions=(
        Reaction(
            name="lantern_flashes",
            on=BellRung,
            then=_hears,
            refused={LanternWet: Later(TRIES), LanternBroken: Instead(_muffles), LanternGone: DONE},
        ),
        BulkReaction(
            name="all_lanterns_flash",
            on=BellPealed,
            then=_joins_in,
            refused={LanternWet: Later(TRIES), LanternGone: DONE},
        ),
    ),
)
