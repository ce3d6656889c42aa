"""Carries out one application, whichever way it came: over the API, or from a page."""

from typing import Final

from api.command_outcome import carried_out
from api.command_request import request_by
from api.desk import Desk
from api.form_defects import problem_of
from api.identity import Identity
from api.language import Language
from api.metrics import SUBMITTED
from domain.case.case import CASE
from domain.door.outcome import Outcome
from domain.services.catalogue import CATALOGUE
from domain.services.defects import FormRefused

_SUBMITTED: Final = {service: SUBMITTED.labels(service) for service in CATALOGUE}


async def submitted(
    desk: Desk, identity: Identity, key: str, body: bytes, language: Language
) -> Outcome:
    """Carries out one application, or returns the problem that it came to."""
    asked = request_by(identity, stream=None, name="submit", body=body, key=key)

    async def store() -> Outcome:
        try:
            received = await desk.reception.receive(body, desk.today, asked, identity.vouched)
        except FormRefused as refused:
            replayed = await desk.door.replayed(asked)
            if replayed is None:
                raise problem_of(refused, language) from None
            return replayed
        return await desk.door.begin(CASE, *received)

    outcome = await carried_out(desk, asked.command_id, store())
    if not outcome.replayed:
        _SUBMITTED[outcome.about["service"]].inc()
    return outcome
