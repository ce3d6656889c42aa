"""The words of D03, and its law (139 art. 60)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("139", "60", verified=True)

TITLE: Final = Title("损毁换领驾驶证", "Replacement of a damaged licence")
WISH: Final = Title(
    "驾驶证损坏看不清了，要换证", "My driving licence is damaged and cannot be read"
)
DAMAGED_ON: Final = Title(
    "损毁日期（应当自损毁之日起三十日内申请换证）",
    "day of the damage (the licence is to be replaced within 30 days of it)",
)
DAMAGE_NOTE: Final = Title("损毁情况说明", "what is damaged")

LAWS: Final[Mapping[str, Law]] = MappingProxyType({"document_missing_licence_photo": LAW})
"""The article behind a rule, where there is one."""
