"""Events about an improvement. These names and fields are stored for ever."""

from datetime import date

from domain.improvements.area import ImprovementArea
from domain.message import Event


class ImprovementEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a problem in the register of a prefecture."""


class ImprovementEntered(ImprovementEvent, frozen=True, kw_only=True):
    """The office ``responsible`` puts the ``problem`` right by the ``action``, and by a day.

    ``due_on`` is the last day on which that is in time. ``body`` has entered it.
    """

    region: str
    area: ImprovementArea
    problem: str
    action: str
    responsible: str
    due_on: date
    body: str


class ImprovementDueMoved(ImprovementEvent, frozen=True, kw_only=True):
    """The last day is ``due_on`` instead of ``due_before``, for a ``reason``."""

    due_before: date
    due_on: date
    reason: str
    body: str


class ImprovementOverdue(ImprovementEvent, frozen=True, kw_only=True):
    """The day ``due_on`` has passed, and the problem was not closed."""

    due_on: date


class ImprovementClosed(ImprovementEvent, frozen=True, kw_only=True):
    """The problem was put right on ``closed_on``, and this was ``learned`` from it.

    ``late``: the last day had passed.
    """

    closed_on: date
    late: bool
    learned: str
    body: str
