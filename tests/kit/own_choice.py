"""Applications in which the citizen of a demonstration chooses a plate number."""

import json
from random import Random
from typing import Any, Final
from uuid import UUID

from api.desk import Desk
from domain.case.case import CASE
from domain.door.door import Begun
from domain.people import Actor, Role
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.services.catalogue import EVERY_SERVICE
from domain.services.reader import read_form
from tests.kit.offices import asked

DRAWN: Final = {"method": "random"}
COMPOSED: Final = {"method": "self_composed"}
RESERVED: Final = {"method": "self_composed", "wanted_no": "豫AD20202"}


async def demo_citizen(made: Desk) -> Actor:
    """Whoever signs in on the pages of a demonstration as an applicant."""
    assert made.demo_issuer
    token = made.demo_issuer.token(role=Role.APPLICANT, subject="demo-citizen", lifetime=60)
    return (await made.verifier.identify(token.encode())).actor


async def choosing_numbers(made: Desk) -> None:
    """He composes a number in the oldest application, has some drawn in the next one, and has one
    in the newest.
    """
    citizen = await demo_citizen(made)
    for number, how in enumerate((COMPOSED, DRAWN, RESERVED)):
        await _begun(made, citizen, number, how)
    await _begun(made, Actor(Role.APPLICANT, "another"), 3, {"wanted_no": "豫AD10000"})


async def _begun(made: Desk, by: Actor, number: int, how: dict[str, Any]) -> UUID:
    body = EVERY_SERVICE["new_vehicle_preselect"].example(made.today)
    form = with_fresh_numbers(body, Random(number))
    del form["wanted_no"]
    read = read_form(json.dumps({**form, **how}).encode(), today=made.today)
    case, submit = await made.applications.prepare(read)
    await made.door.begin(CASE, Begun(case, submit, asked(submit, by)))
    return case
