"""The words of D09."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

TITLE: Final = Title("延期换领驾驶证", "Deferral of licence renewal")
WISH: Final = Title(
    "服兵役、出国（境）等原因，驾驶证到期时不能换证",
    "I serve in the army, am abroad or ill, and cannot renew my licence when it expires",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "licence_long_term": Title(
            zh="长期有效的驾驶证不需要换领，也不需要延期。",
            en="A long-term licence does not expire, so there is nothing to defer.",
        ),
    }
)
