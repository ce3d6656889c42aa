"""The words of V06, and its law (124 art. 17)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("124", "17", verified=True)

TITLE: Final = Title("变更机动车联系方式", "Change of the vehicle owner's contact")
WISH: Final = Title(
    "换了手机号或者搬家了，要更新车主的联系方式",
    "I have another telephone or address as the owner of a vehicle",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "no_contact_changed": Title(
            zh="请至少填写一项需要变更的联系方式（手机号码、电子邮箱、邮政编码或者联系地址）。",
            en="Give at least one contact to change: mobile, e-mail, postcode or address.",
        ),
    }
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "no_contact_changed": LAW,
    }
)
"""The article behind a rule, where there is one."""
