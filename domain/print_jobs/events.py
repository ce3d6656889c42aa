"""Events about a print job. These names and fields are stored for ever."""

from uuid import UUID

from domain.case.instruments.kind import InstrumentKind
from domain.message import Event
from domain.print_jobs.ground import UnprintedGround


class PrintJobEvent(Event, frozen=True, kw_only=True):
    """Something that happened to a print job."""


class InstrumentQueued(PrintJobEvent, frozen=True, kw_only=True):
    """The paper that tells the event ``version`` of the case is to be printed at the office."""

    case: UUID
    version: int
    kind: InstrumentKind
    office: str


class InstrumentPrinted(PrintJobEvent, frozen=True, kw_only=True):
    """It was printed. It may be printed again, and each time is on record."""

    case: UUID
    officer: str


class InstrumentLeftUnprinted(PrintJobEvent, frozen=True, kw_only=True):
    """Nobody needs it on paper."""

    case: UUID
    officer: str
    ground: UnprintedGround
