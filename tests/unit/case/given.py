"""Given these events, when this command is given, then these events, a refusal, or nothing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from typing import Self
from uuid import UUID

from domain.calendar import OFFICE_ZONE, Calendar
from domain.case.case import CASE
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.message import Command, Event
from domain.offices.tree import ZHENGZHOU
from domain.people import Actor
from domain.prefectures.state import Prefecture, PrefectureStage, StepDecided, stream_of
from domain.prefectures.step import Step
from domain.refusal import Refusal
from domain.services.catalogue import CATALOGUE

CALENDAR = Calendar()
STREAM = UUID(int=7)


def morning(day: date) -> datetime:
    """Ten o'clock at the office."""
    return datetime.combine(day, time(10), OFFICE_ZONE)


def _windows(closed: Collection[str]) -> dict[UUID, Prefecture]:
    """The prefecture of Zhengzhou, suspended, or at its first step if only outlets are closed."""
    if not closed:
        return {}
    step = Step.SUSPENDED if ZHENGZHOU in closed else Step.FIRST
    taken = (StepDecided(date(2020, 1, 24), step),)
    return {stream_of(ZHENGZHOU): Prefecture(PrefectureStage.REOPENING, ZHENGZHOU, 1, taken)}


def circumstances(now: datetime, by: Actor, closed: Collection[str] = ()) -> Circumstances:
    """``closed`` names offices of Zhengzhou whose windows are suspended."""
    return Circumstances(
        now=now,
        by=by,
        stream=STREAM,
        catalogue=CATALOGUE,
        calendar=CALENDAR,
        seen=_windows(closed),
    )


@dataclass(frozen=True)
class Result:
    """What a command came to; ``case`` is the case afterwards."""

    decided: tuple[Event, ...]
    refusal: Refusal | None
    case: Case

    def then(self, *expected: CaseEvent) -> Self:
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
        command: Command,
        *,
        by: Actor,
        on: date | datetime,
        closed: Collection[str] = (),
    ) -> Result:
        """``on`` is a day, meaning its morning, or an instant."""
        now = on if isinstance(on, datetime) else morning(on)
        try:
            decided = CASE.decide(self.case, command, circumstances(now, by, closed)).events
        except Refusal as refusal:
            return Result((), refusal, self.case)
        return Result(decided, None, reduce(CASE.evolve, decided, self.case))


def given(*history: Event | Iterable[Event]) -> Given:
    """A case with this history, told in events or in whole situations."""
    flat: list[Event] = []
    for part in history:
        if isinstance(part, Event):
            flat.append(part)
        else:
            flat.extend(part)
    return Given(CASE.fold(flat))


NOTHING = given()
A_DAY = timedelta(days=1)
