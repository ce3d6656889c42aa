"""Events about an alarm. These names and fields are stored for ever."""

from datetime import date

from domain.alarms.figure import AlarmFigure
from domain.message import Event


class AlarmEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the alarm of a figure at a place."""


class AlarmTakenOn(AlarmEvent, frozen=True, kw_only=True):
    """The ``officer`` of the office ``body`` sees to it since the day ``taken_on``.

    ``seen`` is the figure as it stood then: a count of cases, or of a rate parts of 10,000.
    ``instead_of`` had it before.
    """

    region: str
    figure: AlarmFigure
    seen: int
    officer: str
    body: str
    taken_on: date
    instead_of: str | None = None


class AlarmGivenBack(AlarmEvent, frozen=True, kw_only=True):
    """The ``officer`` does not see to it any more, and nobody else does yet."""

    officer: str
