"""Commands to a print job."""

from typing import Annotated
from uuid import UUID

import msgspec

from domain.case.instruments.kind import InstrumentKind
from domain.message import Command
from domain.print_jobs.ground import UnprintedGround


class PrintJobCommand(Command, frozen=True, kw_only=True):
    """A request about a print job."""


class QueueInstrument(PrintJobCommand, frozen=True, kw_only=True):
    """Print the paper that tells an event of the case, if it has to be handed out on paper."""

    case: UUID
    version: Annotated[int, msgspec.Meta(ge=1)]
    kind: InstrumentKind


class RecordPrinting(PrintJobCommand, frozen=True, kw_only=True):
    """It has been printed."""


class LeaveUnprinted(PrintJobCommand, frozen=True, kw_only=True):
    """Print it for nobody."""

    ground: UnprintedGround
