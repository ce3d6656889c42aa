"""An application of whoever signs in on the page of a demonstration."""

import json
from typing import Final
from uuid import UUID

from api.desk import Desk
from api.resources import CASES
from api.sealed_text import with_sealed_text
from domain.case.case import CASE
from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.door.door import Begun
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.kit.life import CLERK
from tests.kit.notices_told import arrived, not_arrived
from tests.kit.offices import asked

_SERVICE: Final = "renewal_deferral"


async def to_be_corrected(made: Desk) -> None:
    """The citizen of the demonstration has applied, and is to send his ID card again.

    He has heard that it came in, and the other message did not reach him.
    """
    await corrected(made)


async def corrected(made: Desk) -> tuple[UUID, Actor]:
    """The same, with the application and the citizen."""
    assert made.demo_issuer
    token = made.demo_issuer.token(role=Role.APPLICANT, subject="demo-citizen", lifetime=60)
    citizen = (await made.verifier.identify(token.encode())).actor
    body = json.dumps(CATALOGUE[_SERVICE].example(made.today)).encode()
    case, submit = await made.applications.prepare(read_form(body, today=made.today))
    await made.door.begin(CASE, Begun(case, submit, asked(submit, citizen)))
    command = RequestCorrection(
        defects=(Defect("id_front", DefectCode.UNREADABLE),), note="身份证正面反光，看不清号码"
    )
    told = with_sealed_text(made, CASES.key_of, command)
    await made.door.handle(CASE, case, told, asked(command, CLERK))
    await arrived(made, case, 1, "CaseSubmitted")
    await not_arrived(made, case, 2, "CorrectionRequested")
    return case, citizen
