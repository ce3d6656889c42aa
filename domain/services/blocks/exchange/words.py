"""The words of an exchange for a new-energy plate."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

ENERGY: Final = Title("能源种类", "energy")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "plate_already_nev": Title(
            zh="该机动车已使用新能源汽车号牌，无须换牌。",
            en="The vehicle has a new-energy plate already, so there is nothing to exchange.",
        ),
        "plate_not_exchangeable": Title(
            zh="只有悬挂大型汽车、小型汽车号牌的新能源汽车可以换发新能源汽车号牌，请核对号牌种类。",
            en="Only a new-energy car with an ordinary large or small plate gets a new-energy "
            "plate. Please check the kind of the plate.",
        ),
    }
)
