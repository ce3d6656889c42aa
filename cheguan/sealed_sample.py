"""Opens a sample of what is sealed, to see whether the keys at hand are enough."""

from typing import Final, NamedTuple

import msgspec

from cheguan.key_proof import NumberedPerson, submitted
from domain.event_store.secret_table import Vault, key_of, known
from domain.secret_keys import SecretKind, Secrets
from domain.vault import BlindIndex, DataKey, Purpose, SealBroken, unseal
from domain.wrapping import KekUnknown, Wrapping

_MANY: Final = 500
_ANY: Final = """
SELECT originator_id, state FROM stored_events WHERE topic = 'CaseSubmitted'
ORDER BY md5(originator_id::text) LIMIT %s"""


class Sample(NamedTuple):
    """How many applications were opened whole, are erased or lost, or are closed and should not.

    An application whose index none of the keys gives is closed too, unless an index key is lost.
    """

    opened: int
    erased: int
    closed: int


def sample(store: Vault, vault: Vault, secrets: Secrets) -> Sample:
    """The same sample of the same events each time. What a lost key closes counts as erased."""
    lost = {
        name.number
        for name, secret in known(vault).items()
        if name.kind is SecretKind.KEK and secret.lost_at
    }
    wrapping = Wrapping(secrets.of(SecretKind.KEK))
    index = BlindIndex(*secrets.of(SecretKind.INDEX).values())
    lost_index = any(
        secret.lost_at for name, secret in known(vault).items() if name.kind is SecretKind.INDEX
    )
    opened = erased = closed = 0
    for case, event in submitted(store, _ANY, _MANY):
        wrapped = key_of(vault, event.key_id)
        if wrapped is None or wrapped.by in lost:
            erased += 1
            continue
        try:
            key: DataKey = wrapping.unwrap(wrapped)
            clear = {part: unseal(key, case, part, text) for part, text in event.sealed.items()}
            id_no = msgspec.json.decode(clear["applicant"], type=NumberedPerson).id_no
        except (SealBroken, KekUnknown, msgspec.MsgspecError, KeyError):
            closed += 1
            continue
        if lost_index or event.id_no_index in index.all_of(Purpose.ID_NO, id_no):
            opened += 1
        else:
            closed += 1
    return Sample(opened, erased, closed)
