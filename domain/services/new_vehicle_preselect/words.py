"""The words of V07, and its law (124 art. 36)."""

from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("124", "36", verified=False)

TITLE: Final = Title("新车注册登记预选号牌", "Number for the registration of a new vehicle")
