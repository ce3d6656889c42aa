"""Whether keys belong to data of which no check values are kept: by opening some of it."""

from collections.abc import Iterator
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

import msgspec

from domain.aggregates import CODEC
from domain.case.intake.events import CaseSubmitted
from domain.event_store.secret_table import Vault, any_key, key_of
from domain.secret_keys import SecretKind, SecretName
from domain.vault import BlindIndex, Purpose, SealBroken, unseal
from domain.wrapping import KekUnknown, Wrapping

_TRIED: Final = 100
_NEWEST: Final = """
SELECT originator_id, state FROM stored_events WHERE topic = 'CaseSubmitted'
ORDER BY notification_id DESC LIMIT %s"""
_ANY: Final = "SELECT EXISTS (SELECT FROM stored_events WHERE topic = 'CaseSubmitted')"


class NumberedPerson(msgspec.Struct):
    """What of the applicant the index is made of."""

    id_no: str


class Data(NamedTuple):
    """What the keys would have to fit."""

    data_keys: bool
    applications: bool


def data_in(store: Vault, vault: Vault) -> Data:
    row: Any = store.execute(_ANY).fetchone()
    return Data(any_key(vault) is not None, bool(row[0]))


def not_proven(store: Vault, vault: Vault, keys: dict[SecretName, bytes]) -> SecretName | None:
    """The key that does not belong to the data, if there is one.

    The KEK must open a data key. The index key must give an application the index that stands in
    its event; if the data of every recent one is erased, nothing can show that.
    """
    kek, index = SecretName(SecretKind.KEK), SecretName(SecretKind.INDEX)
    wrapping = Wrapping({1: keys[kek]})
    try:
        if wrapped := any_key(vault):
            wrapping.unwrap(wrapped)
        for case, event in submitted(store, _NEWEST, _TRIED):
            if wrapped := key_of(vault, event.key_id):
                clear = unseal(
                    wrapping.unwrap(wrapped), case, "applicant", event.sealed["applicant"]
                )
                id_no = msgspec.json.decode(clear, type=NumberedPerson).id_no
                made = BlindIndex(keys[index]).of(Purpose.ID_NO, id_no)
                return None if made == event.id_no_index else index
    except (SealBroken, KekUnknown):
        return kek
    return None


def submitted(
    store: Vault, query: LiteralString, many: int
) -> Iterator[tuple[UUID, CaseSubmitted]]:
    """Those of the applications that this build can read."""
    for case, state in store.execute(query, (many,)).fetchall():
        try:
            event = CODEC.decode(state).event
        except msgspec.MsgspecError:
            continue
        if isinstance(event, CaseSubmitted) and "applicant" in event.sealed:
            yield case, event
