"""BELL: an aggregate of the tests. What happens to it has consequences for lanterns."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final
from uuid import UUID

from domain.aggregate import Aggregate, Decision, Effect, State
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.people import Role
from domain.titles import Title
from domain.wording import Words


class BellStage(StrEnum):
    CAST = "cast"
    HUNG = "hung"


class Bell(State, frozen=True):
    stage: BellStage = BellStage.CAST


class BellEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a bell."""


class BellRung(BellEvent, frozen=True, kw_only=True):
    """``lanterns`` are those that hear it."""

    lanterns: tuple[UUID, ...]


class BellPealed(BellEvent, frozen=True, kw_only=True):
    """Every lantern hears it."""


class BellMuffled(BellEvent, frozen=True, kw_only=True):
    """It rang for a lantern that is broken."""


class BellCommand(Command, frozen=True, kw_only=True):
    """A request to a bell."""


class RingBell(BellCommand, frozen=True, kw_only=True):
    lanterns: tuple[UUID, ...]


class PealBell(BellCommand, frozen=True, kw_only=True):
    pass


class MuffleBell(BellCommand, frozen=True, kw_only=True):
    pass


def _ring(current: Bell, command: RingBell, at: Circumstances) -> Sequence[BellEvent]:
    return [BellRung(lanterns=command.lanterns)]


def _peal(current: Bell, command: PealBell, at: Circumstances) -> Sequence[BellEvent]:
    return [BellPealed()]


def _muffle(current: Bell, command: MuffleBell, at: Circumstances) -> Sequence[BellEvent]:
    return [BellMuffled()]


_ANYBODY: Final = frozenset(Role)
_ALWAYS: Final = set(BellStage)
BELL: Final = Aggregate(
    kind="bell",
    initial=Bell(),
    event=BellEvent,
    command=BellCommand,
    decisions=(
        Decision(RingBell, at=_ALWAYS, by=_ANYBODY, decide=_ring),
        Decision(PealBell, at=_ALWAYS, by=_ANYBODY, decide=_peal),
        Decision(MuffleBell, at=_ALWAYS, by=_ANYBODY, decide=_muffle),
    ),
    effects=(
        Effect(BellRung, to=BellStage.HUNG),
        Effect(BellPealed, to=BellStage.HUNG),
        Effect(BellMuffled),
    ),
    words=Words(
        stages={BellStage.CAST: Title("铸成", "cast"), BellStage.HUNG: Title("悬挂", "hung")},
        events={
            "BellRung": Title("敲响", "Rung"),
            "BellPealed": Title("齐鸣", "Pealed"),
            "BellMuffled": Title("消音", "Muffled"),
        },
        commands={
            "RingBell": Title("敲钟", "Ring"),
            "PealBell": Title("齐鸣", "Peal"),
            "MuffleBell": Title("消音", "Muffle"),
        },
        fields={"lanterns": Title("灯笼", "lanterns")},
    ),
)
