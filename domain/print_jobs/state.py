"""A print job as its history says it is, and which stream it is."""

from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.case.instruments.kind import InstrumentKind
from domain.choice import Choice
from domain.name_based import uuid5
from domain.titles import Title

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7d98").bytes


class PrintJobStage(Choice):
    """``NEW`` is the job before its first event, and is never stored."""

    NEW = "new", "未列入打印", "Not queued"
    WAITING = "waiting", "待打印", "To be printed"
    PRINTED = "printed", "已打印", "Printed"
    LEFT = "left", "不打印", "Left unprinted"


class PrintJob(State, frozen=True):
    """Which paper it is, and whose office prints it."""

    stage: PrintJobStage = PrintJobStage.NEW
    case: Annotated[UUID | None, Title("案件", "case")] = None
    version: Annotated[int, Title("事件序号", "version of the event")] = 0
    kind: Annotated[InstrumentKind | None, Title("文书种类", "kind of paper")] = None
    office: Annotated[str, Title("打印单位", "printed at")] = ""
    times: Annotated[int, Title("打印次数", "times printed")] = 0


def print_job_of(case: UUID, version: int) -> UUID:
    """The stream of the paper that tells this event of the case."""
    return uuid5(_SPACE, f"{case}:{version}")
