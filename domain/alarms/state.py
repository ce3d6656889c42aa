"""An alarm as its history says it is, which one is that of a figure, and whether it is heard."""

from contextlib import suppress
from datetime import date
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.alarms.figure import AlarmFigure
from domain.choice import Choice
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.titles import Title

_SPACE: Final = UUID("5c1d7c84-6a0e-5d3f-9b52-0f8e4a7b21d6").bytes


class AlarmStage(Choice):
    """``NEW`` is the alarm before its first event, and is never stored."""

    NEW = "new", "尚无人签收", "Nobody has taken it on"
    TAKEN_ON = "taken_on", "已签收", "Taken on"
    GIVEN_BACK = "given_back", "已退回", "Given back"


class FigureAlarm(State, frozen=True):
    """``seen`` is the figure as it was when the officer took it on."""

    stage: AlarmStage = AlarmStage.NEW
    region: str = ""
    figure: AlarmFigure | None = None
    seen: int = 0
    officer: Annotated[str, Title("签收人工号", "officer")] = ""
    body: str = ""
    taken_on: date | None = None


def alarm_name(region: str, figure: AlarmFigure) -> str:
    """The name of an alarm, such as ``410100:backlog_overdue``."""
    return f"{region}:{figure}"


def alarm_of(region: str, figure: AlarmFigure) -> UUID:
    """The stream of an alarm."""
    return uuid5(_SPACE, alarm_name(region, figure))


def alarm_named(name: str) -> UUID:
    """The stream of an alarm by its name, as somebody has typed it. Other texts name none."""
    with suppress(InvalidIdentifier):
        name = squeezed(name).lower()
    return uuid5(_SPACE, name)


def heard(seen: int, taken_on: date, *, now: int, today: date) -> bool:
    """Whether what was taken on still covers the figure as it is now.

    It does on the day on which it was taken on, as long as the figure is not worse than it was
    then. Whoever is on duty on the next day takes it on anew.
    """
    return taken_on == today and now <= seen
