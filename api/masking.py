"""Personal data as it may be shown: unsealed on the server, masked before it leaves it."""

import hmac
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, NamedTuple, TypeAlias
from uuid import UUID

import msgspec

from api.unopened import PartUnopened, unopened
from domain.identifiers import (
    address,
    certificate_number,
    decision_number,
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
from domain.services.sealed_fields import SEALED_FIELDS
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
    "contact_name": person_name.mask,
    "contact_mobile": mobile.mask,
    "certificate_no": certificate_number.mask,
    "decision_no": decision_number.mask,
    "wanted_no": plate.mask,
}
MaskedPart: TypeAlias = dict[str, Any]
"""Field by field. What is masked is text, and everything else has the type that the form gives."""
MaskedParts: TypeAlias = Annotated[
    dict[str, MaskedPart],
    msgspec.Meta(extra_json_schema={"$ref": "#/components/schemas/MaskedParts"}),
]


async def part(
    keyring: Keyring, case: UUID, key_id: UUID | None, sealed: Mapping[str, str], name: str
) -> dict[str, Any] | None:
    """One sealed part in the clear. None means that it is missing, or that its key was erased.

    Raises :class:`~api.unopened.PartUnopened` if it cannot be opened or read.
    """
    if key_id is None or name not in sealed:
        return None
    try:
        clear = unseal(await keyring.key(key_id), case, name, sealed[name])
        return msgspec.json.decode(clear, type=dict[str, Any])
    except KeyErased:
        return None
    except (SealBroken, msgspec.MsgspecError, UnicodeDecodeError) as broken:
        raise unopened(case, name) from broken


class MaskedForm(NamedTuple):
    """What was opened, masked, and the names of the parts that are there and do not open."""

    parts: dict[str, MaskedPart]
    unopened: list[str]


async def masked_form(
    keyring: Keyring, case: UUID, key_id: UUID | None, sealed: Mapping[str, str]
) -> MaskedForm:
    """Every part, with each value masked as its field asks."""
    shown = MaskedForm({}, [])
    for name in sealed:
        try:
            content = await part(keyring, case, key_id, sealed, name)
        except PartUnopened:
            shown.unopened.append(name)
            continue
        if content is not None:
            shown.parts[name] = masked(name, content)
    return shown


def masked(part: str, content: Mapping[str, Any]) -> MaskedPart:
    """Masks what is personal. A field without a mask of its own is hidden whole.

    A value that is not personal stays what it is, a truth value or one of a list. A field that
    no form declares is left out, because nobody knows what it would show.
    """
    declared = SEALED_FIELDS.get(part, {})
    return {
        name: _MASKS.get(name, _veiled)(str(value)) if declared[name].personal else value
        for name, value in content.items()
        if name in declared
    }


def _veiled(text: str) -> str:
    return VEILED


def ends_with(applicant: Mapping[str, Any] | None, end: str) -> bool:
    """Whether the ID number ends so. The comparison always takes the same time."""
    id_no = str((applicant or {}).get("id_no", ""))
    return hmac.compare_digest(last_four.end_of(id_no).encode(), end.encode())
