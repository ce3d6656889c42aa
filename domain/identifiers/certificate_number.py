"""The number of a vehicle's registration certificate 登记证书编号."""

from typing import Final

from domain.identifiers.identifier import Identifier
from domain.identifiers.shape import Shape

_SHAPE: Final = Shape(r"[0-9]{12}", 12)


class CertificateNumber(Identifier, frozen=True):
    text: str


def parse(text: str) -> CertificateNumber:
    number = _SHAPE.read(text)
    return CertificateNumber(number)


def mask(text: str) -> str:
    """Masks as ``********0123``."""
    return _SHAPE.veil(text, 0, 4)
