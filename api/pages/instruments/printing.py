"""Prints papers in the clear: that they were seen is on record before they are shown."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from api.command_outcome import carried_out
from api.command_request import request_by
from api.desk import Desk
from api.identity import Identity
from api.instruments.particulars import PARTS
from api.instruments.sheet import InstrumentSheet, number_of, sheet_of
from api.language import Language
from api.reveals import opened_to_reveal, record_reveal
from api.sealed_note import NOTE
from domain.accesses.kind import RevealPurpose
from domain.case.instruments.instrument import Instrument, instrument_at
from domain.door.refusals import NotFound
from domain.print_jobs.commands import LeaveUnprinted, PrintJobCommand, RecordPrinting
from domain.print_jobs.ground import UnprintedGround
from domain.print_jobs.print_job import PRINT_JOB
from domain.refusal import Forbidden, NotAtThisStage
from domain.titles import Title

MOST: Final = 20
"""So many papers are printed at once, because nobody has to see more names than he hands out."""
_KEPT_OUT: Final = Title(
    "您与此件有关，请由其他人员打印", "It is your own matter, so another officer prints it"
)
_FALLEN: Final = Title(
    "文书已经失效，请选择不再打印", "It is void by now. Choose to leave it unprinted"
)
_CHANGED: Final = Title("已由他人处理", "Somebody else has dealt with it")


class PrintedPapers(NamedTuple):
    """``left_out`` are numbers of papers, and why there is none."""

    sheets: list[InstrumentSheet]
    left_out: list[tuple[str, Title]]


async def printed(
    desk: Desk, identity: Identity, jobs: Iterable[UUID], language: Language, base: str
) -> PrintedPapers:
    """Records of each that it is printed and who sees the names, and then gives it.

    Raises 503 if that cannot be stored, and then nothing is shown.
    """
    made = PrintedPapers([], [])
    for job in jobs:
        try:
            opened, _ = await desk.door.open(PRINT_JOB, job, identity.actor)
        except NotFound:
            continue
        assert opened.state.case is not None
        try:
            case, history = await opened_to_reveal(desk, identity, opened.state.case)
        except Forbidden:
            made.left_out.append((str(opened.state.version), _KEPT_OUT))
            continue
        instrument = instrument_at(history, opened.state.version)
        if instrument is None:
            continue
        if why := await _hindered(desk, identity, job, instrument):
            made.left_out.append((number_of(instrument).text(language), why))
            continue
        held = sorted(case.state.sealed)
        parts = (*PARTS, NOTE)
        await record_reveal(desk, identity, case, held, parts, RevealPurpose.PRINTING)
        made.sheets.append(await sheet_of(desk, instrument, language, base, clear=True))
    return made


async def left(
    desk: Desk, identity: Identity, jobs: Sequence[UUID], ground: UnprintedGround
) -> None:
    """Leaves them unprinted. What somebody else has dealt with stays as it is."""
    for job in jobs:
        try:
            await _given(desk, identity, job, LeaveUnprinted(ground=ground))
        except (NotFound, NotAtThisStage):
            continue


async def _hindered(
    desk: Desk, identity: Identity, job: UUID, instrument: Instrument
) -> Title | None:
    """Why it is not printed. None once it is on record that it is."""
    if instrument.fell_on is not None:
        return _FALLEN
    try:
        await _given(desk, identity, job, RecordPrinting())
    except NotAtThisStage:
        return _CHANGED
    return None


async def _given(desk: Desk, identity: Identity, job: UUID, command: PrintJobCommand) -> None:
    by = request_by(identity, stream=job, name=type(command).__name__, body=b"")
    await carried_out(desk, by.command_id, desk.door.handle(PRINT_JOB, job, command, by))
