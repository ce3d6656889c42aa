"""Which papers have to be handed out on paper, and who prints them."""

from collections.abc import Iterable, Sequence
from typing import Final

from domain.aggregate import Mode, Ref
from domain.case.case import CASE
from domain.case.instruments.kind import InstrumentKind
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.print_jobs import commands, events
from domain.print_jobs.state import PrintJob

ALWAYS: Final = frozenset({InstrumentKind.TEMPORARY_PLATE})
"""What is of no use to anybody unless it is printed (124 art. 46)."""


def case_of(current: PrintJob, command: commands.QueueInstrument) -> Iterable[Ref[Case]]:
    """The office of the case prints it. What the case does meanwhile does not matter."""
    return (Ref(CASE, command.case, Mode.PEEK),)


def queue(
    current: PrintJob, command: commands.QueueInstrument, at: Circumstances
) -> Sequence[events.PrintJobEvent]:
    """Whoever applied online is served online. Whoever came to a window gets paper (ALL art. 38).

    A temporary plate is always printed.
    """
    case = Ref(CASE, command.case, Mode.PEEK).state(at)
    if command.kind not in ALWAYS and case.taken_in_by is None:
        return []
    return [
        events.InstrumentQueued(
            case=command.case, version=command.version, kind=command.kind, office=case.office
        )
    ]


def record_printing(
    current: PrintJob, command: commands.RecordPrinting, at: Circumstances
) -> Sequence[events.PrintJobEvent]:
    assert current.case is not None
    return [events.InstrumentPrinted(case=current.case, officer=at.by.person)]


def leave_unprinted(
    current: PrintJob, command: commands.LeaveUnprinted, at: Circumstances
) -> Sequence[events.PrintJobEvent]:
    assert current.case is not None
    return [
        events.InstrumentLeftUnprinted(
            case=current.case, officer=at.by.person, ground=command.ground
        )
    ]
