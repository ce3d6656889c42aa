"""The words of V07, and its law (124 art. 36)."""

from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("124", "36", verified=False)

TITLE: Final = Title("新车注册登记预选号牌", "Number for the registration of a new vehicle")
WISH: Final = Title(
    "买了新车，想先在网上选好车牌号",
    "I have bought a new car and want to choose its number online",
)
