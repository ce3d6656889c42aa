"""The words of the driving licence."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.hint import Hint
from domain.services.blocks.resident_number import resident_number_texts
from domain.titles import Title

LICENCE: Final = Title("驾驶证", "driving licence")
LICENCE_NO: Final = Title("驾驶证号码", "licence number")
FILE_NO: Final = Title("档案编号", "file number")
CLASSES: Final = Title("准驾车型", "classes")
VALID_UNTIL: Final = Title("有效期止", "valid until")
LICENCE_NO_HINT: Final = Hint(
    "与本人身份证明号码相同",
    "The same as the number of the identity document",
)
FILE_NO_HINT: Final = Hint(
    "驾驶证副页上的12位数字",
    "The 12 digits on the second page of the licence",
)
CLASSES_HINT: Final = Hint(
    "驾驶证上打印的准驾车型，例如C1",
    "As printed on the licence, such as C1",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        **resident_number_texts("licence_no", "驾驶证号码", "licence number"),
        "licence_no_is_id_no": Title(
            zh="驾驶证号码应当与申请人的身份证明号码一致，请核对。",
            en="The licence number must be the applicant's ID number. Please check both.",
        ),
        "file_no_length": Title(
            zh="档案编号应为12位数字，请对照驾驶证副页核对。",
            en="A file number has 12 digits. Compare it with the second page of the licence.",
        ),
        "file_no_characters": Title(
            zh="档案编号应为12位数字，请对照驾驶证副页核对。",
            en="A file number has 12 digits. Compare it with the second page of the licence.",
        ),
        "file_no_region": Title(
            zh="档案编号的地区代码不存在，请核对前四位。",
            en="The region in the file number does not exist. Please check the first four digits.",
        ),
        "issued_elsewhere": Title(
            zh="该驾驶证不是由河南省的车辆管理所核发，请向驾驶证核发地车辆管理所申请。",
            en="This licence was not issued in Henan. Apply at the vehicle office that issued it.",
        ),
        "classes_length": Title(
            zh="请填写驾驶证上的准驾车型。", en="Give the classes that the licence shows."
        ),
        "classes_characters": Title(
            zh="准驾车型代号不存在，请按驾驶证填写（如C1、A2D）。",
            en="There is no such class. Copy the classes from the licence, such as C1 or A2D.",
        ),
        "classes_duplicate": Title(
            zh="准驾车型代号重复，请更正。", en="A class is given twice. Please correct it."
        ),
        "classes_order": Title(
            zh="准驾车型代号的顺序与驾驶证不符，请按驾驶证填写。",
            en="The classes are not in the order of the licence. Copy them as printed.",
        ),
        "licence_expired": Title(
            zh="驾驶证有效期已满，请申请期满换领驾驶证。",
            en="The licence has expired. Apply for its renewal instead.",
        ),
    }
)
