"""The sealed parts of a case, as their headings: those of its form, and an officer's note."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.texts import PARTS
from domain.titles import Title

SEALED_PARTS: Final[Mapping[str, Title]] = MappingProxyType(
    {**PARTS, "note": Title("说明", "note")}
)
