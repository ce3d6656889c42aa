"""Personal data as it may be shown: unsealed on the server, masked before it leaves it."""

import hmac
from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

import msgspec

from domain.identifiers import (
    address,
    file_number,
    last_four,
    licence_number,
    mobile,
    person_name,
    plate,
    resident_id,
    vin,
)
from domain.identifiers.shape import VEILED
from domain.keyring import KeyErased, Keyring
from domain.vault import SealBroken, unseal

_MASKS: Final[Mapping[str, Callable[[str], str]]] = {
    "name": person_name.mask,
    "recipient_name": person_name.mask,
    "agent_name": person_name.mask,
    "id_no": resident_id.mask,
    "agent_id_no": resident_id.mask,
    "licence_no": licence_number.mask,
    "file_no": file_number.mask,
    "mobile": mobile.mask,
    "recipient_mobile": mobile.mask,
    "agent_mobile": mobile.mask,
    "plate_no": plate.mask,
    "vin": vin.mask,
    "address": address.mask,
    "contact_address": address.mask,
}
_CLEAR: Final = frozenset({"id_type", "plate_kind", "use_nature", "mode", "region_code", "classes"})


async def part(
    keyring: Keyring, case: UUID, key_id: UUID | None, sealed: Mapping[str, str], name: str
) -> dict[str, Any] | None:
    """One sealed part in the clear. None means that it is missing or its key was erased."""
    if key_id is None or name not in sealed:
        return None
    try:
        clear = unseal(await keyring.key(key_id), case, name, sealed[name])
    except (KeyErased, SealBroken):
        return None
    content: dict[str, Any] = msgspec.json.decode(clear)
    return content


async def masked_parts(
    keyring: Keyring, case: UUID, key_id: UUID | None, sealed: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Every part that can be opened, with each value masked as its field asks."""
    shown = {}
    for name in sealed:
        content = await part(keyring, case, key_id, sealed, name)
        if content is not None:
            shown[name] = masked(content)
    return shown


def masked(content: Mapping[str, Any]) -> dict[str, str]:
    """Masks each value. A field without a mask of its own is hidden whole."""
    return {
        field: str(value)
        if field in _CLEAR
        else _MASKS[field](str(value))
        if field in _MASKS
        else VEILED
        for field, value in content.items()
    }


def ends_with(applicant: Mapping[str, Any] | None, end: str) -> bool:
    """Whether the ID number ends so. The comparison always takes the same time."""
    id_no = str((applicant or {}).get("id_no", ""))
    return hmac.compare_digest(last_four.end_of(id_no).encode(), end.encode())
