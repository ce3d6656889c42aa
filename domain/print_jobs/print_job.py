"""PRINT JOB: one paper that an office hands out, until it is printed or nobody needs it (ADR 98).

The paper itself is derived from its case. What is stored is only that it is to be printed, and
that it was.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import Aggregate, Decision, Effect
from domain.case.instruments.kind import InstrumentKind
from domain.case.intake.events import CorrectionRequested, NotAccepted
from domain.case.review.events import CaseRefused, DeferralGranted, TempPlateIssued
from domain.message import Event
from domain.people import Actor, Role
from domain.print_jobs import commands, decisions, events
from domain.print_jobs.state import PrintJob, PrintJobStage, print_job_of
from domain.print_jobs.words import WORDS
from domain.reaction import DONE, Cause, Consequence, Reaction
from domain.refusal import NotAtThisStage

_PRINTERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
_QUEUED: Final = frozenset({PrintJobStage.WAITING, PrintJobStage.PRINTED})


def _queued(current: PrintJob, event: events.InstrumentQueued) -> PrintJob:
    return replace(
        current, case=event.case, version=event.version, kind=event.kind, office=event.office
    )


def _printed(current: PrintJob, event: events.InstrumentPrinted) -> PrintJob:
    return replace(current, times=current.times + 1)


def _sees(by: Actor, current: PrintJob, owner: Actor) -> bool:
    return may_see(by, office=current.office, owner=owner)


def _paper(kind: InstrumentKind) -> Callable[[Cause[Any]], Iterable[Consequence]]:
    """What follows from an event that an instrument of this kind tells."""

    def then(cause: Cause[Any]) -> Iterable[Consequence]:
        command = commands.QueueInstrument(case=cause.stream, version=cause.version, kind=kind)
        yield Consequence(print_job_of(cause.stream, cause.version), command)

    return then


def _printing(name: str, on: type[Event], kind: InstrumentKind) -> Reaction[Any]:
    """What was queued before is not queued again."""
    return Reaction(name=name, on=on, then=_paper(kind), refused={NotAtThisStage: DONE})


PRINT_JOB: Final = Aggregate(
    kind="print_job",
    initial=PrintJob(),
    event=events.PrintJobEvent,
    command=commands.PrintJobCommand,
    decisions=(
        Decision(
            commands.QueueInstrument,
            at={PrintJobStage.NEW},
            by={Role.SYSTEM},
            decide=decisions.queue,
            reads=decisions.case_of,
        ),
        Decision(
            commands.RecordPrinting, at=_QUEUED, by=_PRINTERS, decide=decisions.record_printing
        ),
        Decision(
            commands.LeaveUnprinted,
            at={PrintJobStage.WAITING},
            by=_PRINTERS,
            decide=decisions.leave_unprinted,
        ),
    ),
    effects=(
        Effect(events.InstrumentQueued, to=PrintJobStage.WAITING, change=_queued),
        Effect(events.InstrumentPrinted, to=PrintJobStage.PRINTED, change=_printed),
        Effect(events.InstrumentLeftUnprinted, to=PrintJobStage.LEFT),
    ),
    words=WORDS,
    sees=_sees,
    office=lambda current: current.office,
    reactions=(
        _printing("print_correction_notice", CorrectionRequested, InstrumentKind.CORRECTION_NOTICE),
        _printing("print_non_acceptance", NotAccepted, InstrumentKind.NON_ACCEPTANCE),
        _printing("print_refusal", CaseRefused, InstrumentKind.REFUSAL),
        _printing("print_deferral", DeferralGranted, InstrumentKind.DEFERRAL),
        _printing("print_temporary_plate", TempPlateIssued, InstrumentKind.TEMPORARY_PLATE),
    ),
)
