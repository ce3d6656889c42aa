"""What the reliefs do to a deadline, which decisions on other aggregates ask under guard."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from domain.aggregate import Ref
from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.clocks.extended import relieved
from domain.clocks.grace import GRACED, kept_until
from domain.clocks.lawful import LawfulDeadline
from domain.clocks.provisional import IN_WORKING_DAYS
from domain.clocks.relief import Relief
from domain.offices.tree import PROVINCE
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import Reliefs, StandingRelief, reliefs_of

_PUBLISHED: Final = Calendar()
OF_THE_PROVINCE: Final[Ref[Reliefs]] = Ref(RELIEFS, reliefs_of(PROVINCE))


class Moved(NamedTuple):
    """A deadline under relief. Without a day the clock is open, and nothing can be late."""

    until: date | None
    relief: StandingRelief


def guarding(current: Any, command: Any) -> Iterable[Ref[Reliefs]]:
    """What every decision reads that passes a deadline. So none overtakes a relief."""
    yield OF_THE_PROVINCE


def beside(
    reads: Callable[[Any, Any], Iterable[Ref[Any]]],
) -> Callable[[Any, Any], Iterable[Ref[Any]]]:
    """The same for a decision that reads other streams too."""
    return lambda current, command: (*reads(current, command), OF_THE_PROVINCE)


def moved_at(deadline: LawfulDeadline, office: str, at: Circumstances) -> Moved | None:
    """Where the reliefs put a deadline. The row of the decision must read :func:`guarding`."""
    standing = OF_THE_PROVINCE.state(at).at_office(office)
    return moved_by(deadline, standing, at.today, at.calendar)


def moved_by(
    deadline: LawfulDeadline,
    standing: Sequence[StandingRelief],
    today: date,
    calendar: Calendar = _PUBLISHED,
) -> Moved | None:
    """None if no relief moves it. Of several the one that was announced last is named."""
    until = _until(deadline, [each.effect for each in standing], today, calendar)
    if until == deadline.last:
        return None
    alone = (each for each in reversed(standing) if _moves(each, deadline, today, calendar))
    return Moved(until, next(alone))


def _moves(
    relief: StandingRelief, deadline: LawfulDeadline, today: date, calendar: Calendar
) -> bool:
    return _until(deadline, [relief.effect], today, calendar) != deadline.last


def _until(
    deadline: LawfulDeadline, reliefs: Sequence[Relief], today: date, calendar: Calendar
) -> date | None:
    clock, last, since = deadline
    worked = calendar if clock in IN_WORKING_DAYS else None
    if clock in GRACED:
        return kept_until(clock, last, reliefs, since=since, judged_on=today, worked=worked)
    return relieved(clock, last, reliefs, since=since, worked=worked)
