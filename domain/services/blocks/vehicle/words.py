"""The words of the vehicle."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.hint import Hint
from domain.titles import Title

_VIN_CHECK: Final = Title(
    zh="车辆识别代号校验不通过，请对照登记证书或者行驶证逐位核对；进口车辆请选择“进口”。",
    en="The VIN is not valid. Compare it with the registration certificate or the driving "
    "permit; for an imported vehicle say so.",
)

VEHICLE: Final = Title("机动车", "vehicle")
PLATE_KIND: Final = Title("号牌种类", "plate kind")
PLATE_NO: Final = Title("号牌号码", "plate number")
IMPORTED: Final = Title("进口机动车", "imported")
VIN: Final = Title("车辆识别代号", "VIN")
ENGINE_NO: Final = Title("发动机号码", "engine number")
USE_NATURE: Final = Title("使用性质", "use")

PLATE_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "plate_length": Title(
            zh="号牌号码过长，请核对。", en="The plate number is too long. Please check it."
        ),
        "plate_province": Title(
            zh="号牌号码应以“豫”开头。外省机动车请向登记地车辆管理所申请。",
            en="The plate number must begin with 豫. For a vehicle of another province apply "
            "where it is registered.",
        ),
        "plate_issuing_letter": Title(
            zh="号牌号码的发牌机关代号不存在，请核对“豫”后的字母。",
            en="There is no such issuing letter in Henan. Please check the letter after 豫.",
        ),
        "plate_serial": Title(
            zh="号牌号码与所选号牌种类不符，请核对；序号中不使用字母I和O。",
            en="The plate number does not fit its kind. Please check it; the letters I and O are "
            "never used.",
        ),
        "plate_temporary": Title(
            zh="临时行驶车号牌不能办理此业务，请选择正式号牌的种类。",
            en="A temporary plate cannot be the subject of this service. Choose the kind of the "
            "permanent plate.",
        ),
    }
)
PLATE_NO_HINT: Final = Hint(
    "号牌上的完整号码，例如豫A1B2C3",
    "The whole number on the plate, such as 豫A1B2C3",
)
VIN_HINT: Final = Hint(
    "行驶证上的17位代码，例如LZYTBTD60L1000123",
    "The 17 characters on the driving permit, such as LZYTBTD60L1000123",
)
ENGINE_NO_HINT: Final = Hint(
    "见行驶证；电动汽车填驱动电机号码",
    "On the driving permit; for an electric car that of its motor",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **PLATE_TEXTS,
        "vin_length": Title(
            zh="车辆识别代号应为17位，请核对后重新填写。",
            en="A VIN has 17 characters. Please check it.",
        ),
        "vin_characters": Title(
            zh="车辆识别代号只能由数字和字母组成，不使用字母I、O、Q，请更正。",
            en="A VIN holds digits and letters only, never I, O or Q. Please correct it.",
        ),
        "vin_check_digit": _VIN_CHECK,
        "vin_model_year": _VIN_CHECK,
        "engine_no_characters": Title(
            zh="发动机号码含有不允许的字符，请对照行驶证核对。",
            en="The engine number holds characters it may not. Compare it with the driving permit.",
        ),
    }
)
