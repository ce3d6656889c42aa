"""Where an owner or holder is reached of whom the register has no contact on file."""

import json
from typing import Any, Final
from uuid import UUID

from domain.case.case import CASE
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.event_store.transaction import Connection
from domain.keyring import KeyErased, Keyring
from domain.people import system
from domain.register.contact import APPLICANT, FiledContact
from domain.reminders.rights import OnRecord, holder_of
from domain.vault import BlindIndex, Purpose, SealBroken, unseal
from projections.caseload.of_records import newest_cases

_WHO: Final = system("reminders")
_AT_MOST: Final = 5
"""So many of the newest cases are looked at."""


class RegisterContacts:
    """Looks into the newest cases about a record for one that its owner or holder made himself.

    Anybody can name the number of a stranger's vehicle in a form. So only a case counts whose
    applicant has the ID number of the owner or holder.
    """

    def __init__(self, door: Door, keyring: Keyring, names: BlindIndex) -> None:
        self._door = door
        self._keyring = keyring
        self._names = names

    async def of(
        self, connection: Connection, stream: UUID, record: OnRecord
    ) -> FiledContact | None:
        """None if the record has a contact itself, or if nobody knows one."""
        whose = holder_of(record)
        if not whose or getattr(record, "contact", None):
            return None
        for case in await newest_cases(connection, stream, _AT_MOST):
            if await self._is_his(case, whose):
                return FiledContact(case, APPLICANT)
        return None

    async def _is_his(self, case: UUID, whose: bytes) -> bool:
        try:
            opened, _ = await self._door.open(CASE, case, _WHO)
            sealed, key_id = opened.state.sealed.get(APPLICANT), opened.state.key_id
            if sealed is None or key_id is None:
                return False
            key = await self._keyring.key(key_id)
            told: dict[str, Any] = json.loads(unseal(key, case, APPLICANT, sealed))
        except (NotFound, KeyErased, SealBroken):
            return False
        return self._names.of(Purpose.ID_NO, told.get("id_no", "")) == whose
