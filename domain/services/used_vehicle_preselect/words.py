"""The words of V08, and its law (124 art. 18 to 20)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.number_choice.words import TEXTS as NUMBER_TEXTS
from domain.titles import Title

LAW: Final = Law("124", "18", verified=False)

TITLE: Final = Title("二手车预选号牌", "Number for a used vehicle")
WISH: Final = Title(
    "买了二手车，想在过户前选好车牌号",
    "I have bought a used car and want to choose a number before the transfer",
)
TRANSFER_KIND: Final = Title("转移类型", "kind of transfer")
OLD_PLATE: Final = Title("原号牌", "former plate")
CERTIFICATE_NO: Final = Title("机动车登记证书编号", "number of the registration certificate")
SALE_INVOICE_NO: Final = Title("二手车销售统一发票号码", "number of the sales invoice")

_CERTIFICATE: Final = Title(
    zh="机动车登记证书编号应为12位数字，请对照登记证书核对。",
    en="The number of a registration certificate has 12 digits. Please check it.",
)
_OLD: Final = Title(
    zh="原号牌号码格式不正确，请对照行驶证核对。",
    en="The former plate number is not in order. Compare it with the driving permit.",
)
OLD_PLATE_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "old_plate_length": _OLD,
        "old_plate_characters": _OLD,
    }
)
TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **NUMBER_TEXTS,
        "certificate_no_length": _CERTIFICATE,
        "certificate_no_characters": _CERTIFICATE,
        "old_plate_or_certificate": Title(
            zh="请填写机动车原号牌号码或者登记证书编号，至少填写一项。",
            en="Give the former plate or the number of the registration certificate, or both.",
        ),
        "old_plate_elsewhere": Title(
            zh="本地二手车过户的，原号牌应当由所选发牌机关核发；从外地转入的，请将转移类型选为“异地转入”。",
            en="In a transfer within the prefecture the former plate has the prefix chosen. If the "
            "vehicle comes from elsewhere, choose moving in.",
        ),
        "old_plate_local": Title(
            zh="原号牌由所选发牌机关核发，不属于异地转入；请将转移类型选为“本地二手车过户”。",
            en="The former plate has the prefix chosen, so the vehicle does not move in. Choose "
            "transfer within the prefecture.",
        ),
    }
)
