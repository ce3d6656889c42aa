"""From when until when people may apply, by a day that stands in their document."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain.clocks.cycles import Window
from domain.titles import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationWindow:
    """``day`` names the day that people read off, and ``of`` gives the window that it makes, by
    the rules in force on a day. No relief and no deferral is known to it.
    """

    day: Title
    of: Callable[[date, date], Window]
