"""Two temporary plates that wait to be printed at the vehicle office of Zhengzhou."""

import json
from typing import Final

from api.desk import Desk
from domain.case.case import CASE
from domain.case.instruments.instrument import instruments_of
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.door.door import Begun
from domain.identifiers import vin
from domain.people import system
from domain.print_jobs.commands import QueueInstrument
from domain.print_jobs.print_job import PRINT_JOB
from domain.print_jobs.state import print_job_of
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.kit.life import CLERK, REVIEWER
from tests.kit.offices import CITIZEN, asked
from tests.kit.payment import pay_and_go_on

_SERVICE: Final = "temp_plate"
_OTHER_VIN: Final = "LSVAA4180E2000001"


async def two_plates_to_print(made: Desk) -> None:
    for place in range(2):
        form = CATALOGUE[_SERVICE].example(made.today)
        if place:
            form["vehicle"]["vin"] = _right(_OTHER_VIN)
        body = json.dumps(form).encode()
        case, submit = await made.applications.prepare(read_form(body, today=made.today))
        await made.door.begin(CASE, Begun(case, submit, asked(submit, CITIZEN)))
        await pay_and_go_on(made.door, case)
        checks = (RecordCheck(check=e.code, passed=True) for e in CATALOGUE[_SERVICE].checks)
        await made.door.handle(CASE, case, AcceptCase(), asked(AcceptCase(), CLERK))
        for command in (StartReview(), *checks, ApproveCase()):
            await made.door.handle(CASE, case, command, asked(command, REVIEWER))
        plate = instruments_of(await made.log.load(case))[-1]
        queue = QueueInstrument(case=case, version=plate.version, kind=plate.kind)
        job = print_job_of(case, plate.version)
        await made.door.handle(PRINT_JOB, job, queue, asked(queue, system("reactor")))


def _right(text: str) -> str:
    """The VIN with the check digit that it should have."""
    return f"{text[:8]}{vin.check_character(text)}{text[9:]}"
