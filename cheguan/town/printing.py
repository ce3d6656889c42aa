"""Whoever makes a document in the town prints the temporary plate that goes with it."""

from uuid import UUID

from cheguan.town.life import Act, Life
from cheguan.town.requests import town_request
from cheguan.town.town import Town
from domain.case.case import CASE
from domain.case.instruments.instrument import instruments_of
from domain.case.production.commands import RecordProduction
from domain.door.refusals import NotFound
from domain.people import Actor
from domain.print_jobs.commands import RecordPrinting
from domain.print_jobs.print_job import PRINT_JOB
from domain.print_jobs.state import PrintJobStage, print_job_of
from domain.services.catalogue import EVERY_SERVICE


async def print_papers(town: Town, life: Life, act: Act) -> None:
    """Prints what waits for the case whose document was just made. Others have none to print."""
    assert life.case is not None
    if not isinstance(act.command, RecordProduction):
        return
    current = (await town.case(life.case)).state
    if not EVERY_SERVICE[current.service].gives_temp_plate:
        return
    _, history = await town.door.open(CASE, life.case, act.by)
    for paper in instruments_of(history):
        await _printed(town, print_job_of(life.case, paper.version), act.by)


async def _printed(town: Town, job: UUID, by: Actor) -> None:
    """Prints it if it waits. Most papers are handed out without an office printing them."""
    try:
        opened, _ = await town.door.open(PRINT_JOB, job, by)
    except NotFound:
        return
    if opened.state.stage is PrintJobStage.WAITING:
        command = RecordPrinting()
        asked = town_request(job, opened.version, command, by)
        await town.door.handle(PRINT_JOB, job, command, asked)
    town.door.forget(job)
