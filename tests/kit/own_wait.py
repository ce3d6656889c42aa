"""The citizen of the demonstration waits for the network office centre, behind others."""

import json
from typing import Final

from api.desk import Desk
from domain.case.case import CASE
from domain.case_id import new_case_id
from domain.door.door import Begun
from domain.people import Role
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.kit.life import submission
from tests.kit.offices import CITIZEN, asked

FREE: Final = "renewal_deferral"
"""Nothing is paid for it, so it is at once in the hands of the centre."""
_OTHERS: Final = range(2_000, 2_025)


async def waiting_for_the_centre(made: Desk) -> None:
    assert made.demo_issuer
    token = made.demo_issuer.token(role=Role.APPLICANT, subject="demo-citizen", lifetime=60)
    citizen = (await made.verifier.identify(token.encode())).actor
    for number in _OTHERS:
        other = submission("vehicle_contact_change", number, made.today)
        await made.door.begin(CASE, Begun(new_case_id(), other, asked(other, CITIZEN)))
    body = json.dumps(CATALOGUE[FREE].example(made.today)).encode()
    case, submit = await made.applications.prepare(read_form(body, today=made.today))
    await made.door.begin(CASE, Begun(case, submit, asked(submit, citizen)))
