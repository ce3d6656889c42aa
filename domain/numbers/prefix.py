"""Which prefix an office issues."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.identifiers.plate import ISSUING_LETTERS, PROVINCE
from domain.offices.tree import OFFICES, prefecture_of

_OF_REGION: Final[Mapping[str, str]] = MappingProxyType(
    {region: PROVINCE + letter for letter, region in ISSUING_LETTERS.items()}
)


def prefix_of(office: str) -> str | None:
    """The prefix of the prefecture of the office, such as 豫A. An unknown office has none."""
    return _OF_REGION.get(prefecture_of(office)) if office in OFFICES else None
