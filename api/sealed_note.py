"""What an officer wrote to an applicant, opened for whoever may read it.

The applicant who has signed in reads it as it was written. Whoever asks with a reference and four
characters sees it as that route shows everything: what is personal in it is masked.
"""

import re
from collections.abc import Mapping
from typing import Final
from uuid import UUID

from api.masking import masked_form, part
from api.unopened import PartUnopened, unopened
from domain.identifiers import plate
from domain.identifiers.shape import VEILED
from domain.keyring import KeyErased, Keyring
from domain.vault import SealBroken, unseal

NOTE: Final = "note"
_NUMBERS: Final = re.compile(
    r"\d{7,}[Xx]?|1\d{2}[ -]\d{4}[ -]\d{4}|\d{6}[ -]\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx]"
)
"""Any number long enough to be that of a person: of a phone, an identity card, an account."""
_PLATES: Final = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5,6}"
)
_SHORTEST: Final = 2
"""A value of one character would mask half the text."""


async def note_text(
    keyring: Keyring, case: UUID, key_id: UUID | None, note: str | None
) -> str | None:
    """The note as it was written. None if there is none, or if its key was erased.

    Raises :class:`~api.unopened.PartUnopened` if it does not open.
    """
    return await text_of(keyring, case, key_id, NOTE, note)


async def text_of(
    keyring: Keyring, stream: UUID, key_id: UUID | None, named: str, sealed: str | None
) -> str | None:
    """A text that was sealed as the part ``named``. It tells and raises as :func:`note_text`."""
    if key_id is None or sealed is None:
        return None
    try:
        return unseal(await keyring.key(key_id), stream, named, sealed).decode()
    except KeyErased:
        return None
    except (SealBroken, UnicodeDecodeError) as broken:
        raise unopened(stream, named) from broken


async def masked_note_text(
    keyring: Keyring, case: UUID, key_id: UUID, sealed: Mapping[str, str], note: str | None
) -> str | None:
    """The note in which every value of the application is masked, and every long number.

    Raises :class:`~api.unopened.PartUnopened` also if a part of the application does not open,
    because its values could not be masked.
    """
    text = await note_text(keyring, case, key_id, note)
    if text is None:
        return None
    for clear, shown in sorted(await _masks(keyring, case, key_id, sealed), key=_longest_first):
        text = text.replace(clear, shown)
    return without_numbers(text)


def without_numbers(text: str) -> str:
    """The text in which every plate and every long number is masked."""
    text = _PLATES.sub(lambda found: plate.mask(found[0].replace("·", "")), text)
    return _NUMBERS.sub(VEILED, text)


async def _masks(
    keyring: Keyring, case: UUID, key_id: UUID, sealed: Mapping[str, str]
) -> list[tuple[str, str]]:
    form = await masked_form(keyring, case, key_id, sealed)
    if form.unopened:
        raise PartUnopened(NOTE)
    return [
        (value, str(masked))
        for name, fields in form.parts.items()
        for field, value in (await part(keyring, case, key_id, sealed, name) or {}).items()
        if isinstance(value, str) and len(value) >= _SHORTEST
        if (masked := fields.get(field, VEILED)) != value
    ]


def _longest_first(mask: tuple[str, str]) -> int:
    return -len(mask[0])
