"""Records that personal data are about to be shown unmasked, before they are (PIPL 51)."""

import hashlib
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import msgspec

from api.accesses.recorder import RECORDER
from api.command_outcome import carried_out
from api.desk import Desk
from api.identity import Identity
from api.rates.buckets import REVEALS
from api.rates.guesses import Drawn
from api.security.events import PERSONAL_DATA_REVEALED
from api.security.log import noted
from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.commands import RecordReveal
from domain.accesses.kind import RevealPurpose
from domain.accesses.state import access_record_of
from domain.case.case import CASE
from domain.case.parties import interests
from domain.case.state import Case
from domain.conflict import OfficialAct, keep_out
from domain.door.attempt import Opened
from domain.door.refusals import NotFound
from domain.door.request import CHANNEL, Request
from domain.recorded_event import RecordedEvent


async def opened_to_reveal(
    desk: Desk, identity: Identity, case: UUID
) -> tuple[Opened[Case], Sequence[RecordedEvent]]:
    """The case and its history. Whoever asks for cases that are none is soon told to come later.

    Raises ``ConflictOfInterest`` for an officer who comes in his own matter.
    """
    attempt = await desk.guesses.attempt(Drawn(REVEALS, identity.principal))
    try:
        opened, history = await desk.door.open(CASE, case, identity.actor)
    except NotFound:
        await attempt.wrong()
        raise
    await attempt.void()
    at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)
    keep_out(OfficialAct.REVEAL, interests(opened.state), at)
    return opened, history


async def record_reveal(
    desk: Desk,
    identity: Identity,
    opened: Opened[Case],
    held: Sequence[str],
    parts: tuple[str, ...],
    purpose: RevealPurpose,
) -> None:
    """Stores that the caller is shown those of ``parts`` that the case has. ``held`` are those.

    Raises 503 if that cannot be stored, and then nothing may be shown.
    """
    by, case = identity.actor, opened.stream
    command = RecordReveal(
        case=case,
        office=opened.state.office,
        role=by.role,
        officer=by.person,
        officer_office=by.office,
        held=tuple(held),
        parts=parts,
        purpose=purpose,
    )
    to_record = Request(
        by=RECORDER,
        channel=CHANNEL,
        command_id=uuid4(),
        sha256=hashlib.sha256(msgspec.json.encode(command)).digest(),
    )
    recording = desk.door.handle(ACCESS_RECORD, access_record_of(case), command, to_record)
    await carried_out(desk, to_record.command_id, recording)
    told: dict[str, Any] = {"parts": tuple(name for name in held if name in parts)}
    noted(PERSONAL_DATA_REVEALED, stream=case, purpose=purpose, **told)


async def record_documents(
    desk: Desk, identity: Identity, opened: Opened[Case], kinds: Sequence[str]
) -> None:
    """Stores that the caller is given documents of these kinds."""
    await record_reveal(desk, identity, opened, kinds, tuple(kinds), RevealPurpose.DOCUMENTS)
