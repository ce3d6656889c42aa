"""Applications that wait on the desk of Zhengzhou."""

import json
from typing import Final

from api.desk import Desk
from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import StartReview
from domain.door.door import Begun
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.kit.life import CLERK, REVIEWER
from tests.kit.offices import CITIZEN, asked

_WAITING: Final = ("renewal_deferral", "vehicle_contact_change", "medical_submit")
_REVIEWED: Final = "driver_contact_change"


async def waiting_cases(made: Desk) -> None:
    """Three wait to be accepted, and one is in review."""
    for service in (*_WAITING, _REVIEWED):
        body = json.dumps(CATALOGUE[service].example(made.today)).encode()
        case, submit = await made.applications.prepare(read_form(body, today=made.today))
        await made.door.begin(CASE, Begun(case, submit, asked(submit, CITIZEN)))
        if service == _REVIEWED:
            await made.door.handle(CASE, case, AcceptCase(), asked(AcceptCase(), CLERK))
            await made.door.handle(CASE, case, StartReview(), asked(StartReview(), REVIEWER))
