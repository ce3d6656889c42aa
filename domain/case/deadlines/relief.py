"""Where reliefs put what the applicant has to do in time (ADR 63).

The day stands in the events of the case, and moves by an event of its own. What is looked at is
the day by law and all reliefs that stand, so neither their order nor a repetition matters.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.aggregate import Decision
from domain.case.deadlines.events import DeadlineExtended
from domain.case.grounds import Hold
from domain.case.rest import rests
from domain.case.roles import SYSTEM
from domain.case.stage import OPEN, Stage
from domain.case.state import Case, Deadline
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.clocks.extended import relieved
from domain.clocks.grace import RELIEF_GRACE
from domain.clocks.lawful import LawfulDeadline
from domain.clocks.provisional import IN_WORKING_DAYS
from domain.clocks.relief import LAPSING, Addition, Relief, Suspension
from domain.clocks.table import TERMS
from domain.clocks.terms import deadline
from domain.message import CountReliefs
from domain.reaction import DONE
from domain.refusal import NotAtThisStage
from domain.reliefs.effect import OF_THE_PROVINCE, guarding, moved_at
from domain.reliefs.reaction import counting

WAITS_AT: Final[Mapping[Clock, Stage]] = MappingProxyType(
    {
        Clock.CORRECTION_REPLY: Stage.CORRECTION_REQUESTED,
        Clock.PICKUP_HOLD: Stage.READY_FOR_PICKUP,
        Clock.RETURN_HOLD: Stage.RETURNED,
        Clock.PRESELECT_HOLD: Stage.NUMBER_RESERVED,
    }
)
"""The stage at which each of these clocks runs, so that its cases are found."""
CASE_RELIEFS: Final = counting("case", refused={NotAtThisStage: DONE})


def moved_by_reliefs(current: Case, at: Circumstances) -> Sequence[CaseEvent]:
    """The extension that the reliefs give, if the decision has seen them, and it is not stored.

    A deadline that rests has none until it goes on. No deadline becomes earlier, also if a relief
    is taken back. Whoever waited for no day has the days of grace at least.
    """
    waited = current.deadline
    if waited is None or waited.clock not in LAPSING or rests(waited.clock, current.holds):
        return []
    if OF_THE_PROVINCE.stream not in at.seen:
        return []
    by_law = _by_law(waited, at)
    moved = moved_at(by_law, place(current), at)
    if moved and moved.until is None:
        return [] if waited.is_open else [_extension(waited, by_law, None, moved.relief.relief)]
    until = moved.until if moved and moved.until else by_law.last
    if waited.under and waited.is_open:
        relief = moved.relief.relief if moved else waited.under.relief
        return [_extension(waited, by_law, max(until, _after_grace(waited, at)), relief)]
    if moved is None or until <= waited.on:
        return []
    return [_extension(waited, by_law, until, moved.relief.relief)]


def place(current: Case) -> str:
    """The office where the applicant has to do it."""
    collects = current.deadline is not None and current.deadline.clock == Clock.PICKUP_HOLD
    return current.counter if collects else current.office


class AtStop(NamedTuple):
    """A deadline as it was when a hold stopped it, without the suspended days that lay ahead.

    They may be over when the hold is, so they are looked at again then. ``added`` is the same
    with what reliefs add, which is added once.
    """

    by_law: Deadline
    added: Deadline


def stopped_on(day: date, current: Case, waited: Deadline, at: Circumstances) -> AtStop:
    """The deadline, which reliefs have moved, as of the day on which it came to rest."""
    standing = OF_THE_PROVINCE.state(at).at_office(place(current))
    effects = [each.effect for each in standing]
    suspended = [
        replace(each, last=min(each.last or day, day))
        for each in effects
        if isinstance(each, Suspension) and each.first <= day
    ]
    clock, last, since = _by_law(waited, at)
    worked = at.calendar if clock in IN_WORKING_DAYS else None

    def ends(reliefs: Sequence[Relief]) -> Deadline:
        on = relieved(clock, last, reliefs, since=since, worked=worked)
        return Deadline(clock, on or last)

    additions = [each for each in effects if isinstance(each, Addition)]
    return AtStop(ends(suspended), ends([*suspended, *additions]))


def goes_on(
    current: Case, kind: Hold, anew: AtStop, at: Circumstances
) -> Iterator[DeadlineExtended]:
    """The extension of a deadline under relief when the hold is over. It counts from today."""
    waited = current.deadline
    assert waited is not None
    clock, by_law = Clock(waited.clock), anew.by_law.on
    moved = moved_at(LawfulDeadline(clock, by_law, at.today), place(current), at)
    until: date | None = max(by_law, anew.added.on, waited.on)
    if moved:
        until = moved.until and max(moved.until, anew.added.on, waited.on)
    if until != waited.on:
        yield DeadlineExtended(
            clock=clock, old=waited.on, new=until, relief=kind, by_law=by_law, since=at.today
        )


def _by_law(waited: Deadline, at: Circumstances) -> LawfulDeadline:
    """The day without reliefs, and that from which it counts."""
    clock = Clock(waited.clock)
    last = waited.under.by_law if waited.under else waited.on
    if (begun := waited.since) is None:
        term = TERMS[clock].on(at.today)
        begun = deadline(last, replace(term, count=-term.count), at.calendar)
    return LawfulDeadline(clock, last, begun)


def _after_grace(waited: Deadline, at: Circumstances) -> date:
    day = at.today + timedelta(days=RELIEF_GRACE.on(at.today))
    return at.calendar.working_day_from(day) if waited.clock in IN_WORKING_DAYS else day


def _extension(
    waited: Deadline, by_law: LawfulDeadline, new: date | None, relief: str
) -> DeadlineExtended:
    return DeadlineExtended(
        clock=waited.clock, old=waited.on, new=new, relief=relief, by_law=by_law.last
    )


def _count(current: Case, command: CountReliefs, at: Circumstances) -> Sequence[CaseEvent]:
    """The row reads the reliefs, and whatever follows from that follows by itself."""
    return []


RELIEFS_COUNTED: Final = Decision(CountReliefs, at=OPEN, by=SYSTEM, decide=_count, reads=guarding)
