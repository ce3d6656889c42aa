"""THING: what was left behind in a service hall. The product knows nothing of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect, State
from domain.calendar import end_of_day
from domain.choice import Choice
from domain.circumstances import Circumstances
from domain.message import Command, Event, PassDeadline
from domain.offices.tree import within
from domain.people import Actor, Role
from domain.periods import add_months
from domain.refusal import Forbidden
from domain.timer import Timer
from domain.titles import Title
from domain.wording import Explanation, Words

UNCLAIMED: Final = "UNCLAIMED"
_MONTHS: Final = 6
"""What nobody has claimed six months after it was announced is the state's (物权法 art. 113)."""
_CLERKS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})


class What(Choice):
    PHONE = "phone", "手机", "phone"
    CARD = "card", "证件", "card"
    KEYS = "keys", "钥匙", "keys"


class ThingStage(Choice):
    NEW = "new", "未登记", "not registered"
    KEPT = "kept", "待认领", "kept"
    GONE = "gone", "已移交", "gone"


class Thing(State, frozen=True):
    stage: ThingStage = ThingStage.NEW
    hall: str = ""
    shelf: str = ""
    keep_until: date | None = None


class ThingEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a lost thing."""


class ThingFound(ThingEvent, frozen=True, kw_only=True):
    hall: str
    what: What
    keep_until: date


class ThingMoved(ThingEvent, frozen=True, kw_only=True):
    shelf: str


class ThingHandedBack(ThingEvent, frozen=True, kw_only=True):
    """Its owner has it again."""


class ThingForfeited(ThingEvent, frozen=True, kw_only=True):
    """Nobody came for it."""


class ThingCommand(Command, frozen=True, kw_only=True):
    """A request about a lost thing."""


class RegisterThing(ThingCommand, frozen=True, kw_only=True):
    """Keep what was found, and announce it."""

    hall: str
    what: What


class MoveThing(ThingCommand, frozen=True, kw_only=True):
    shelf: str


class HandBackThing(ThingCommand, frozen=True, kw_only=True):
    """Give it to its owner."""


@dataclass(kw_only=True)
class OtherHall(Forbidden):
    hall: str


def _register(current: Thing, command: RegisterThing, at: Circumstances) -> Sequence[ThingEvent]:
    if at.by.office is None or not within(command.hall, at.by.office):
        raise OtherHall(hall=command.hall)
    until = add_months(at.today, _MONTHS)
    return [ThingFound(hall=command.hall, what=command.what, keep_until=until)]


def _move(current: Thing, command: MoveThing, at: Circumstances) -> Sequence[ThingEvent]:
    return [] if command.shelf == current.shelf else [ThingMoved(shelf=command.shelf)]


def _hand_back(current: Thing, command: HandBackThing, at: Circumstances) -> Sequence[ThingEvent]:
    return [ThingHandedBack()]


def _forfeit(current: Thing, command: PassDeadline, at: Circumstances) -> Sequence[ThingEvent]:
    over = current.keep_until is not None and at.today > current.keep_until
    return [ThingForfeited()] if over else []


def _found(current: Thing, event: ThingFound) -> Thing:
    return replace(current, hall=event.hall, keep_until=event.keep_until)


def _moved(current: Thing, event: ThingMoved) -> Thing:
    return replace(current, shelf=event.shelf)


def _timer(current: Thing) -> Timer | None:
    if current.stage is not ThingStage.KEPT or current.keep_until is None:
        return None
    return Timer(UNCLAIMED, end_of_day(current.keep_until))


def _sees(by: Actor, current: Thing, owner: Actor) -> bool:
    return may_see(by, office=current.hall, owner=owner)


_KEPT: Final = {ThingStage.KEPT}
THING: Final = Aggregate(
    kind="thing",
    initial=Thing(),
    event=ThingEvent,
    command=ThingCommand,
    decisions=(
        Decision(RegisterThing, at={ThingStage.NEW}, by=_CLERKS, decide=_register),
        Decision(MoveThing, at=_KEPT, by=_CLERKS, decide=_move),
        Decision(HandBackThing, at=_KEPT, by={Role.SUPERVISOR}, decide=_hand_back),
        Decision(PassDeadline, at=_KEPT, by={Role.SYSTEM}, decide=_forfeit),
    ),
    effects=(
        Effect(ThingFound, to=ThingStage.KEPT, change=_found),
        Effect(ThingMoved, change=_moved),
        Effect(ThingHandedBack, to=ThingStage.GONE),
        Effect(ThingForfeited, to=ThingStage.GONE),
    ),
    words=Words(
        stages={stage: stage.words for stage in ThingStage},
        events={
            "ThingFound": Title("已登记招领", "Registered and announced"),
            "ThingMoved": Title("已变更存放位置", "Moved"),
            "ThingHandedBack": Title("已归还失主", "Handed back"),
            "ThingForfeited": Title("逾期无人认领", "Forfeited"),
        },
        fields={
            "hall": Title("服务大厅", "hall"),
            "what": Title("物品种类", "what it is"),
            "keep_until": Title("招领期限", "kept until"),
            "shelf": Title("存放位置", "shelf"),
        },
        commands={
            "RegisterThing": Title("登记招领", "Register"),
            "MoveThing": Title("变更存放位置", "Move"),
            "HandBackThing": Title("归还失主", "Hand back"),
            "PassDeadline": Title("招领期满", "Pass the deadline"),
        },
        refusals={
            "other-hall": Explanation(
                Title("只能登记本单位拾得物品", "Another office's hall"),
                Title(
                    "只能登记本单位服务大厅的拾得物品，请核对大厅代码。",
                    "Register what was found in a hall of your own office.",
                ),
            ),
        },
    ),
    timer=_timer,
    sees=_sees,
    office=lambda current: current.hall,
    about=lambda current: {"hall": current.hall},
    time_ordered=True,
)
