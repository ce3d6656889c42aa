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
from domain.prefectures.events import PrefectureClassified, StepTaken
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.prefectures.step import Step
from domain.refusal import Refusal
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.events import ReliefEvent
from domain.services.catalogue import CATALOGUE

CALENDAR = Calendar()
STREAM = UUID(int=7)


def morning(day: date) -> datetime:
    """Ten o'clock at the office."""
    return datetime.combine(day, time(10), OFFICE_ZONE)


def _windows(closed: Collection[str], opened: date | None) -> dict[UUID, Prefecture]:
    """The prefecture of Zhengzhou, suspended, or at its first step if only outlets are closed."""
    if not closed:
        return {}
    step = Step.SUSPENDED if ZHENGZHOU in closed else Step.FIRST
    classified = PrefectureClassified(region=ZHENGZHOU, region_class=1)
    taken = StepTaken(step=step, effective_on=date(2020, 1, 24))
    again = (StepTaken(step=Step.FOURTH, effective_on=opened),) if opened else ()
    return {stream_of(ZHENGZHOU): PREFECTURE.fold((classified, taken, *again))}


def circumstances(
    now: datetime,
    by: Actor,
    closed: Collection[str] = (),
    opened: date | None = None,
    under: Iterable[ReliefEvent] = (),
) -> Circumstances:
    """``closed`` names offices of Zhengzhou whose windows are suspended, until they are opened.

    ``under`` are the reliefs so far.
    """
    of, stream, _ = OF_THE_PROVINCE
    return Circumstances(
        now=now,
        by=by,
        stream=STREAM,
        catalogue=CATALOGUE,
        calendar=CALENDAR,
        seen={**_windows(closed, opened), stream: of.fold(under)},
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
        opened: date | None = None,
        under: Iterable[ReliefEvent] = (),
    ) -> Result:
        """``on`` is a day, meaning its morning, or an instant. ``opened``: from then on all is."""
        now = on if isinstance(on, datetime) else morning(on)
        try:
            at = circumstances(now, by, closed, opened, under)
            decided = CASE.decide(self.case, command, at).events
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
