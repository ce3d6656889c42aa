"""The words of D01, and its law (139 art. 57)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("139", "57", verified=True)
AGE_LAW: Final = Law("139", "59", verified=True)
TERMS_LAW: Final = Law("139", "56", verified=True)

TITLE: Final = Title("期满换领驾驶证", "Renewal of an expiring licence")
WISH: Final = Title(
    "驾驶证快到期了，要换证",
    "My driving licence is about to expire",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "renewal_too_early": Title(
            zh="距离驾驶证有效期满超过九十日，尚不能换证。请在有效期满前九十日内申请。",
            en="The licence expires in more than 90 days. Apply within the 90 days before it "
            "expires.",
        ),
        "renewal_too_late": Title(
            zh="驾驶证有效期满后已超过换证期限，不能换证。请到车辆管理所窗口咨询恢复驾驶资格事宜。",
            en="The licence expired too long ago to be renewed. Ask at the vehicle office how the "
            "right to drive can be restored.",
        ),
        "renewal_long_term": Title(
            zh="长期有效的驾驶证不需要期满换领。证件损毁的，请申请损毁换领驾驶证。",
            en="A long-term licence is not renewed. If it is damaged, apply for its replacement.",
        ),
        "overage_first": Title(
            zh="您已达到规定年龄，所持准驾车型中有不得继续驾驶的车型，请申请超龄换领驾驶证。",
            en="You have reached the age at which a class of your licence ends. Apply for the "
            "exchange on reaching the age limit.",
        ),
    }
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "renewal_too_early": LAW,
        "renewal_long_term": TERMS_LAW,
        "overage_first": AGE_LAW,
        "document_missing_medical_certificate": LAW,
    }
)
"""The article behind a rule, where there is one."""
