"""The words of V02, and its law (124 art. 44)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("124", "44", verified=True)

TITLE: Final = Title("补换领行驶证", "Reissue or replacement of the driving permit")
WISH: Final = Title(
    "行驶证丢了、坏了或者签满了，要补办或者换新的",
    "The driving permit of my vehicle is lost, damaged or full",
)
DOCUMENT: Final = Title("行驶证", "driving permit")
REASON: Final = Title("原因", "reason")

LAWS: Final[Mapping[str, Law]] = MappingProxyType({"business_reason": LAW})
"""The article behind a rule, where there is one."""
