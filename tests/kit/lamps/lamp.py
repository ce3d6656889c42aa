"""LAMP: an aggregate of the tests, which the product knows nothing of."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from msgspec.structs import replace

from domain.aggregate import Aggregate, Decision, Effect, State
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.people import Role
from domain.titles import Title
from domain.wording import Words


class Light(StrEnum):
    OFF = "off"
    ON = "on"


class Lamp(State, frozen=True):
    """``times`` counts how often it was lit."""

    stage: Light = Light.OFF
    times: int = 0


class LampEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a lamp."""


class LampLit(LampEvent, frozen=True, kw_only=True):
    colour: str


class LampDoused(LampEvent, frozen=True, kw_only=True):
    pass


class LampCommand(Command, frozen=True, kw_only=True):
    """A request to a lamp."""


class LightLamp(LampCommand, frozen=True, kw_only=True):
    colour: str = "white"


class DouseLamp(LampCommand, frozen=True, kw_only=True):
    pass


def _light(current: Lamp, command: LightLamp, at: Circumstances) -> Sequence[LampEvent]:
    return [LampLit(colour=command.colour)]


def _douse(current: Lamp, command: DouseLamp, at: Circumstances) -> Sequence[LampEvent]:
    return [LampDoused()]


def _lit(current: Lamp, event: LampLit) -> Lamp:
    return replace(current, times=current.times + 1)


_ANYBODY: Final = frozenset(Role)
LAMP: Final = Aggregate(
    kind="lamp",
    initial=Lamp(),
    event=LampEvent,
    command=LampCommand,
    decisions=(
        Decision(LightLamp, at=frozenset({Light.OFF}), by=_ANYBODY, decide=_light),
        Decision(DouseLamp, at=frozenset({Light.ON}), by=_ANYBODY, decide=_douse),
    ),
    effects=(
        Effect(LampLit, to=Light.ON, change=_lit),
        Effect(LampDoused, to=Light.OFF),
    ),
    words=Words(
        stages={Light.OFF: Title("灭", "off"), Light.ON: Title("亮", "on")},
        events={"LampLit": Title("点亮", "Lit"), "LampDoused": Title("熄灭", "Doused")},
        commands={"LightLamp": Title("点亮", "Light"), "DouseLamp": Title("熄灭", "Douse")},
        fields={"colour": Title("颜色", "colour")},
    ),
)
