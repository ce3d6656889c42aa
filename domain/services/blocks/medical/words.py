"""The words of a medical certificate."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.hint import Hint
from domain.titles import Title

EXAMINATION: Final = Title("体检结果", "medical examination")
HOSPITAL: Final = Title("体检医疗机构代码", "code of the hospital")
CERTIFICATE_NO: Final = Title("身体条件证明编号", "number of the certificate")
EXAMINED_ON: Final = Title("体检日期", "examined on")
HEIGHT: Final = Title("身高（厘米）", "height in cm")
VISION_LEFT: Final = Title("左眼视力", "vision, left eye")
VISION_RIGHT: Final = Title("右眼视力", "vision, right eye")
CORRECTED_LEFT: Final = Title("左眼为矫正视力", "left eye with glasses")
CORRECTED_RIGHT: Final = Title("右眼为矫正视力", "right eye with glasses")
VISUAL_FIELD: Final = Title("水平视野（度）", "horizontal visual field in degrees")
COLOUR_VISION: Final = Title("无红绿色盲", "no red-green blindness")
HEARING_LEFT: Final = Title("左耳听力合格", "hearing, left ear")
HEARING_RIGHT: Final = Title("右耳听力合格", "hearing, right ear")
AID_USED: Final = Title("佩戴助听设备", "with a hearing aid")
UPPER_LIMBS: Final = Title("上肢", "upper limbs")
LOWER_LIMBS: Final = Title("下肢", "lower limbs")
TRUNK_NECK: Final = Title("躯干、颈部无运动功能障碍", "trunk and neck move freely")
DOCTOR: Final = Title("主检医师姓名", "name of the doctor")
CONCLUSION: Final = Title("体检结论", "conclusion")
FIT: Final = Title("符合全部准驾车型的身体条件", "fit for every class")
FIT_FOR: Final = Title("符合身体条件的准驾车型", "fit for")
HOSPITAL_HINT: Final = Hint(
    "见身体条件证明，例如HN410100-01",
    "On the certificate, such as HN410100-01",
)
VISION_HINT: Final = Hint(
    "对数视力表数值，例如5.0",
    "As the log chart gives it, such as 5.0",
)
FIT_FOR_HINT: Final = Hint(
    "医师写明的准驾车型，例如C1",
    "The classes that the doctor has named, such as C1",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "height_range": Title(
            zh="身高应为100至250厘米的整数，请核对。",
            en="The height is a whole number of centimetres from 100 to 250. Please check it.",
        ),
        "vision_range": Title(
            zh="视力应按对数视力表填写，为4.0至5.3，保留一位小数，例如5.0。",
            en="Vision is written by the logarithmic chart, from 4.0 to 5.3 with one decimal, such "
            "as 5.0.",
        ),
        "visual_field_range": Title(
            zh="水平视野应为0至180度的整数，请核对。",
            en="The visual field is a whole number of degrees from 0 to 180. Please check it.",
        ),
        "visual_field_needed": Title(
            zh="一眼视力低于4.9的，还应当填写水平视野。",
            en="Where the vision of one eye is below 4.9, give the horizontal visual field too.",
        ),
        "hospital_code": Title(
            zh="医疗机构代码格式不正确，请按身体条件证明填写（如HN410100-01）。",
            en="This is no code of a hospital. Copy it from the certificate, such as HN410100-01.",
        ),
        "certificate_no": Title(
            zh="身体条件证明编号应为6至30位字母、数字或者短横线，请对照证明填写。",
            en="The number of the certificate has 6 to 30 letters, digits or hyphens. Copy it from "
            "the certificate.",
        ),
        "certificate_expired": Title(
            zh="身体条件证明自出具之日起六个月内有效，该证明已过有效期，请重新体检。",
            en="A medical certificate is good for six months. This one is too old: please be "
            "examined again.",
        ),
        "fit_for_held": Title(
            zh="所填准驾车型不在驾驶证的准驾车型之内，请核对。",
            en="The licence does not show these classes. Please check them.",
        ),
    }
)
