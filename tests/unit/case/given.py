"""Given these events, when this command is given, then these events, a refusal, or nothing."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

from domain.calendar import OFFICE_ZONE, Calendar
from domain.case import commands, events
from domain.case.decisions.decide import decide
from domain.case.evolve import evolve, fold
from domain.case.office import Office
from domain.case.state import Case
from domain.offices.tree import OFFICES
from domain.people import Actor
from domain.refusal import Refusal
from domain.services.catalogue import CATALOGUE

CALENDAR = Calendar()


def morning(day: date) -> datetime:
    """Ten o'clock at the office."""
    return datetime.combine(day, time(10), OFFICE_ZONE)


def all_windows_but(closed: Collection[str]) -> Callable[[str, date], bool]:
    return lambda office, day: office in OFFICES and office not in closed


def office_on(now: datetime, by: Actor, closed: Collection[str] = ()) -> Office:
    """``closed`` names the offices whose windows are suspended."""
    return Office(
        now=now,
        by=by,
        catalogue=CATALOGUE,
        calendar=CALENDAR,
        window_open=all_windows_but(closed),
    )


@dataclass(frozen=True)
class Result:
    """What a command came to; ``case`` is the case afterwards."""

    decided: tuple[events.CaseEvent, ...]
    refusal: Refusal | None
    case: Case

    def then(self, *expected: events.CaseEvent) -> Self:
        assert self.refusal is None, f"refused: {self.refusal!r}"
        assert self.decided == expected
        return self

    def then_nothing(self) -> Self:
        return self.then()

    def then_refused(self, kind: type[Refusal], **fields: object) -> Self:
        assert type(self.refusal) is kind, f"not refused so: {self.refusal or self.decided!r}"
        details = self.refusal.details()
        assert {name: details[name] for name in fields} == fields
        return self


@dataclass(frozen=True)
class Given:
    case: Case

    def when(
        self,
        command: commands.CaseCommand,
        *,
        by: Actor,
        on: date | datetime,
        closed: Collection[str] = (),
    ) -> Result:
        """``on`` is a day, meaning its morning, or an instant."""
        now = on if isinstance(on, datetime) else morning(on)
        try:
            decided = tuple(decide(self.case, command, office_on(now, by, closed)))
        except Refusal as refusal:
            return Result((), refusal, self.case)
        after = self.case
        for event in decided:
            after = evolve(after, event)
        return Result(decided, None, after)


def given(*history: events.CaseEvent | Iterable[events.CaseEvent]) -> Given:
    """A case with this history, told in events or in whole situations."""
    flat: list[events.CaseEvent] = []
    for part in history:
        if isinstance(part, events.Event):
            flat.append(part)
        else:
            flat.extend(part)
    return Given(fold(flat))


NOTHING = given()
A_DAY = timedelta(days=1)
