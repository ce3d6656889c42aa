"""The words of V04, and its law (124 art. 45 and 46)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("124", "45", verified=True)
TERMS: Final = Law("124", "46", verified=True)

TITLE: Final = Title("申领临时号牌", "Temporary plate")
WISH: Final = Title(
    "新车还没上牌，要办临牌上路", "My vehicle has no plates yet and I need temporary ones to drive"
)
DOCUMENT: Final = Title("临时行驶车号牌", "temporary plate")
CASE_KIND: Final = Title("申领情形", "situation")
VALID_FROM: Final = Title("启用日期", "first day")
VIN_CHECKS: Final = Title("车辆识别代号校验通过", "VIN checks")
OFFICE_ID: Final = Title("受理申请的车辆管理所", "vehicle office applied to")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "special_type": Title(
            zh="所填车辆类型不属于特型机动车，请核对申领情形和车辆类型。",
            en="A vehicle of this type is no special vehicle. Please check the situation and the "
            "type.",
        ),
        "temp_plate_office_unknown": Title(
            zh="请填写河南省内省辖市车辆管理所的代码，例如410100。",
            en="Give the code of the vehicle office of a prefecture of Henan, such as 410100.",
        ),
        "valid_from_past": Title(
            zh="启用日期不能早于今天，请更正。", en="The first day cannot have passed already."
        ),
        "valid_from_far": Title(
            zh="启用日期应在今天起十五日以内，请更正，或者临近启用时再申请。",
            en="The first day lies within 15 days from today. Choose another, or apply later.",
        ),
    }
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "special_type": LAW,
        "document_missing_insurance_policy": TERMS,
        "document_missing_purchase_invoice": TERMS,
        "document_missing_factory_certificate": TERMS,
        "document_missing_import_certificate": TERMS,
        "document_missing_written_application": TERMS,
        "document_missing_safety_inspection": TERMS,
    }
)
"""The article behind a rule, where there is one."""
