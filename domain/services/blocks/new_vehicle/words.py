"""The words of a vehicle without plate."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.vehicle.words import TEXTS as VEHICLE_TEXTS
from domain.titles import Title

BRAND_MODEL: Final = Title("车辆型号", "model")
VEHICLE_TYPE: Final = Title("车辆类型", "vehicle type")
ORIGIN: Final = Title("国产或者进口", "origin")
SEATS: Final = Title("核定载人数", "seats")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **{
            rule: text
            for rule, text in VEHICLE_TEXTS.items()
            if rule.startswith(("vin_", "engine_no_"))
        },
        "brand_model_characters": Title(
            zh="车辆型号含有不允许的字符，请按照合格证或者进口凭证填写，例如BYD7152WT5HEV。",
            en="The model holds characters it may not. Copy it from the factory or the import "
            "certificate, such as BYD7152WT5HEV.",
        ),
        "seats_of_type": Title(
            zh="核定载人数与车辆类型不符：小型、微型载客汽车为1至9人，大型、中型载客汽车为10人以上，"
            "挂车不载人。请对照合格证或者进口凭证核对。",
            en="The seats do not fit the type: a small passenger car has 1 to 9, a large or medium "
            "one 10 or more, a trailer none. Compare them with the certificate.",
        ),
    }
)
