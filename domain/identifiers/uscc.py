"""The unified social credit code 统一社会信用代码 (GB 32100-2015)."""

from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import Shape

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS: Final = tuple(pow(3, power, 31) for power in range(17))
ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_SHAPE: Final = Shape(f"[{ALPHABET}]{{2}}[0-9]{{6}}[{ALPHABET}]{{10}}", 18)


class Uscc(Identifier, frozen=True):
    """A code. ``authority`` is the registering authority: 9 is the market regulator."""

    text: str
    authority: str
    region_code: str
    organisation_code: str


def check_character(first_17: str) -> str:
    """The check character of the first 17 characters, which must be of ``ALPHABET``.

    A remainder of 0 gives 0, which widely published code forgets.
    """
    total = sum(
        ALPHABET.index(character) * weight
        for character, weight in zip(first_17, WEIGHTS, strict=True)
    )
    return ALPHABET[-total % 31]


def organisation_check_character(first_8: str) -> str:
    """The check character of the organisation code inside (GB 11714).

    There A counts 10 and Z 35, unlike in the alphabet of the code around it.
    """
    total = sum(
        int(character, 36) * weight
        for character, weight in zip(first_8, ORGANISATION_WEIGHTS, strict=True)
    )
    return "0123456789X"[-total % 11]


def parse(text: str) -> Uscc:
    code = _SHAPE.read(text)
    if check_character(code[:17]) != code[17]:
        raise InvalidIdentifier(FormatRule.CHECK_DIGIT)
    if organisation_check_character(code[8:16]) != code[16]:
        raise InvalidIdentifier(FormatRule.ORGANISATION_CODE)
    return Uscc(code, code[0], code[2:8], code[8:17])


def mask(text: str) -> str:
    """Masks as ``914***********0177``, because a sole trader's code leads to a person."""
    return _SHAPE.veil(text, 3, 4)
