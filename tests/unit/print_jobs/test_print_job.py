"""A paper waits at the office until it is printed; whoever applied online needs none."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.case.instruments.kind import InstrumentKind
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.message import Event
from domain.people import Actor, Role, system
from domain.print_jobs.commands import (
    LeaveUnprinted,
    PrintJobCommand,
    QueueInstrument,
    RecordPrinting,
)
from domain.print_jobs.events import InstrumentLeftUnprinted, InstrumentPrinted, InstrumentQueued
from domain.print_jobs.ground import UnprintedGround
from domain.print_jobs.print_job import PRINT_JOB
from domain.print_jobs.state import PrintJobStage, print_job_of
from domain.reaction import Cause, Reaction
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE
from tests.unit.case import situations as s

CASE = UUID(int=1)
CLERK = Actor(Role.CLERK, "clerk", "410100")
ONLINE = Case(office="410100")
AT_WINDOW = replace(ONLINE, taken_in_by="clerk")
QUEUED = InstrumentQueued(
    case=CASE, version=5, kind=InstrumentKind.TEMPORARY_PLATE, office="410100"
)
PRINTED = InstrumentPrinted(case=CASE, officer="clerk")


def after(
    command: PrintJobCommand, *history: Event, by: Actor = CLERK, case: Case = ONLINE
) -> tuple[Event, ...]:
    now = datetime(2020, 3, 2, 1, tzinfo=UTC)
    stream = print_job_of(CASE, 5)
    at = Circumstances(now, by, stream, CATALOGUE, Calendar(), seen={CASE: case})
    return PRINT_JOB.decide(PRINT_JOB.fold(history), command, at).events


def queue(kind: InstrumentKind) -> QueueInstrument:
    return QueueInstrument(case=CASE, version=5, kind=kind)


def test_a_temporary_plate_is_always_printed() -> None:
    command = queue(InstrumentKind.TEMPORARY_PLATE)
    assert after(command, by=system("reactor")) == (QUEUED,)


def test_whoever_came_to_a_window_gets_his_decision_on_paper() -> None:
    command = queue(InstrumentKind.REFUSAL)
    assert after(command, by=system("reactor")) == ()
    (queued,) = after(command, by=system("reactor"), case=AT_WINDOW)
    assert queued == replace(QUEUED, kind=InstrumentKind.REFUSAL)


def test_nobody_queues_a_paper_himself() -> None:
    with pytest.raises(NotPermitted):
        after(queue(InstrumentKind.TEMPORARY_PLATE))


def test_a_paper_is_queued_once() -> None:
    with pytest.raises(NotAtThisStage):
        after(queue(InstrumentKind.TEMPORARY_PLATE), QUEUED, by=system("reactor"))


def test_it_may_be_printed_again_and_each_time_counts() -> None:
    assert after(RecordPrinting(), QUEUED) == (PRINTED,)
    assert after(RecordPrinting(), QUEUED, PRINTED) == (PRINTED,)
    printed = PRINT_JOB.fold((QUEUED, PRINTED, PRINTED))
    assert (printed.stage, printed.times) == (PrintJobStage.PRINTED, 2)


def test_what_nobody_needs_on_paper_is_left_and_not_printed_any_more() -> None:
    left = InstrumentLeftUnprinted(case=CASE, officer="clerk", ground=UnprintedGround.NOT_WANTED)
    assert after(LeaveUnprinted(ground=UnprintedGround.NOT_WANTED), QUEUED) == (left,)
    with pytest.raises(NotAtThisStage):
        after(RecordPrinting(), QUEUED, left)
    with pytest.raises(NotAtThisStage):
        after(LeaveUnprinted(ground=UnprintedGround.FALLEN), QUEUED, PRINTED)


def test_an_office_sees_its_own_and_those_below_it() -> None:
    waiting = PRINT_JOB.fold((QUEUED,))
    assert PRINT_JOB.sees(CLERK, waiting, system("reactor"))
    assert not PRINT_JOB.sees(Actor(Role.CLERK, "x", "410300"), waiting, system("reactor"))
    assert not PRINT_JOB.sees(Actor(Role.APPLICANT, "x"), waiting, system("reactor"))


def test_each_event_that_gives_such_a_paper_leads_to_its_own_job() -> None:
    events = {type(each): each for each in (*s.APPROVED, *s.REFUSED, *s.DEFERRED, *s.NOT_ACCEPTED)}
    seen: dict[str, InstrumentKind] = {}
    for reaction in PRINT_JOB.reactions:
        if reaction.on in events and isinstance(reaction, Reaction):
            (consequence,) = reaction.then(Cause(CASE, 5, events[reaction.on]))
            assert consequence.stream == print_job_of(CASE, 5)
            assert isinstance(consequence.command, QueueInstrument)
            seen[reaction.name] = consequence.command.kind
    assert seen == {
        "print_non_acceptance": InstrumentKind.NON_ACCEPTANCE,
        "print_refusal": InstrumentKind.REFUSAL,
        "print_deferral": InstrumentKind.DEFERRAL,
        "print_temporary_plate": InstrumentKind.TEMPORARY_PLATE,
    }
