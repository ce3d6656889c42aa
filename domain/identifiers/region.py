"""The region code 行政区划代码 (GB/T 2260) of a place in Henan."""

from typing import Final

from domain.identifiers.henan_names import NAMES
from domain.identifiers.identifier import Identifier
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.shape import Shape

JIYUAN: Final = "419001"
_SHAPE: Final = Shape(r"[0-9]{6}", 6)


class AdministrativeCode(Identifier, frozen=True):
    """A unit, district, county or county-level city. ``unit`` is the code of its unit."""

    text: str
    unit: str
    name: str


def unit_of(code: str) -> str:
    """The unit of a valid code. Jiyuan 济源 stands under the province, and is its own unit."""
    return code if code == JIYUAN else f"{code[:4]}00"


def parse(text: str) -> AdministrativeCode:
    """Reads a code of Henan. Nothing can be sent to the province itself (410000)."""
    code = _SHAPE.read(text)
    if code not in NAMES:
        raise InvalidIdentifier(FormatRule.REGION)
    return AdministrativeCode(code, unit_of(code), NAMES[code])
