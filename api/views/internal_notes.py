"""What officers have written for one another in a case. No applicant is shown any of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from api.desk import Desk
from api.identity import Identity
from api.sealed_note import masked_note_text, note_text
from api.unopened import PartUnopened
from domain.case.overlays.events import InternalNoteWritten
from domain.case.parties import interests
from domain.case.state import Case
from domain.conflict import OfficialAct, barring
from domain.door.attempt import Opened
from domain.keyring import Keyring
from domain.people import Role
from domain.recorded_event import RecordedEvent


class InternalNote(NamedTuple):
    """``text`` is None where the note cannot be opened any more."""

    text: str | None
    person: str
    role: Role
    at: datetime


async def internal_notes(
    desk: Desk,
    identity: Identity,
    opened: Opened[Case],
    history: Sequence[RecordedEvent],
    *,
    masked: bool,
) -> list[InternalNote]:
    """The notes, the latest first. ``masked`` hides in them whatever the application says.

    There are none for an officer whose own matter it is.
    """
    at = desk.door.circumstances(opened, identity.actor, identity.id_indexes)
    if barring(OfficialAct.HANDLE, interests(opened.state), at):
        return []
    return [
        InternalNote(
            await _text(desk.keyring, opened, each.event.note, masked=masked),
            each.envelope.by.person,
            each.envelope.by.role,
            each.envelope.at,
        )
        for each in reversed(history)
        if isinstance(each.event, InternalNoteWritten)
    ]


async def _text(keyring: Keyring, opened: Opened[Case], note: str, *, masked: bool) -> str | None:
    state = opened.state
    if state.key_id is None:
        return None
    try:
        if masked:
            return await masked_note_text(keyring, opened.stream, state.key_id, state.sealed, note)
        return await note_text(keyring, opened.stream, state.key_id, note)
    except PartUnopened:
        return None
