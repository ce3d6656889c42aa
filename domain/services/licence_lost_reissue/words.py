"""The words of D02, and its law (139 art. 63)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("139", "63", verified=True)

TITLE: Final = Title("遗失补领驾驶证", "Reissue of a lost licence")
WISH: Final = Title(
    "驾驶证丢了，要补办",
    "My driving licence is lost",
)
LOSS_DECLARED: Final = Title("声明驾驶证遗失", "loss declared")
LOSS_DATE: Final = Title("遗失日期", "day of the loss")
LOSS_PLACE: Final = Title("遗失地点", "place of the loss")

LAWS: Final[Mapping[str, Law]] = MappingProxyType({"document_missing_loss_statement": LAW})
"""The article behind a rule, where there is one."""
