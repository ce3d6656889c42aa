"""The words of V05, and its law (124 art. 49)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("124", "49", verified=True)

TITLE: Final = Title("申领免检标志", "Inspection mark without inspection")
WISH: Final = Title(
    "六年内的小型私家车免检，要领检验标志",
    "My private car is under six years old and needs its mark without an inspection",
)
DOCUMENT: Final = Title(
    "检验合格标志和行驶证副页签注",
    "inspection mark, and its endorsement on the secondary page of the driving permit",
)
INSURANCE_START: Final = Title("交强险保险期间起", "compulsory insurance from")
INSURANCE_END: Final = Title("交强险保险期间止", "compulsory insurance until")
INSPECTED_UNTIL: Final = Title("检验有效期止", "inspection valid until")
TAX_STATUS: Final = Title("车船税情况", "vehicle tax")
TOLD: Final = GuideWords(
    first=(
        Title(
            "在检验有效期满前三个月内申请；申请前，先将涉及该车的道路交通安全违法行为和交通事故处理完毕",
            "Apply within the three months before the inspection ends, when the violations and the "
            "accidents of the vehicle have been handled",
        ),
    )
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "exempt_plate_kind": Title(
            zh="免检限于非营运的轿车和其他小型、微型载客汽车，此号牌种类的机动车应当进行安全技术检验。"
            "请核对号牌种类。",
            en="Only private sedans and other small passenger cars are exempt. A vehicle with this "
            "kind of plate is inspected. Please check the kind.",
        ),
        "exempt_use": Title(
            zh="免检限于非营运机动车，此使用性质的机动车应当进行安全技术检验。请核对使用性质。",
            en="Only private vehicles are exempt. A vehicle of this use is inspected. Please check "
            "the use.",
        ),
        "insurance_not_begun": Title(
            zh="交强险尚未生效，请填写目前有效的保单的保险期间。",
            en="This insurance has not begun. Give the period of the policy that is valid today.",
        ),
        "insurance_ended": Title(
            zh="交强险已经到期，请投保后再申请。",
            en="This insurance has ended. Insure the vehicle, then apply.",
        ),
        "insurance_order": Title(
            zh="保险期间止应当晚于保险期间起，请对照保单核对。",
            en="The period ends before it begins. Compare both days with the policy.",
        ),
        "insurance_too_long": Title(
            zh="交强险的保险期间不超过一年，请对照保单核对。",
            en="Compulsory insurance runs for a year at most. Compare both days with the policy.",
        ),
    }
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "insurance_ended": LAW,
        "document_missing_driving_permit": LAW,
        "document_missing_insurance_policy": LAW,
        "document_missing_tax_proof": LAW,
    }
)
"""The article behind a rule, where there is one."""
