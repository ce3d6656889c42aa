"""The words of V10, and its law (124 art. 36)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("124", "36", verified=False)

TITLE: Final = Title("新能源车换牌选号", "Number of a new-energy plate")
WISH: Final = Title(
    "新能源车要换绿牌，想先选好号码",
    "My electric car has blue plates and I want to choose a green number",
)
NEW_PLATE_KIND: Final = Title("换发号牌种类", "kind of the new plate")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "new_plate_kind_of_another_size": Title(
            zh="换发的号牌种类与原号牌不符：大型汽车换发大型新能源汽车号牌，小型汽车换发小型新能源汽车号牌。",
            en="The kind of the new plate does not fit the old one: a large vehicle gets a large "
            "new-energy plate, a small car a small one.",
        ),
    }
)
