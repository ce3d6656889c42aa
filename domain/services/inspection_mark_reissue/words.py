"""The words of V03, and its law (124 art. 51)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("124", "51", verified=True)

TITLE: Final = Title("补领检验合格标志", "Reissue of the inspection mark")
WISH: Final = Title(
    "年检标志（检验合格标志）丢了、坏了，要补领",
    "The inspection mark of my vehicle is lost or damaged",
)
DOCUMENT: Final = Title("检验合格标志", "inspection mark")
REASON: Final = Title("原因", "reason")
MARK_OFFICE: Final = Title("检验合格标志核发地车辆管理所", "vehicle office that issued the mark")

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "mark_office_unknown": Title(
            zh="所填的核发地车辆管理所不存在。请填写河南省内省辖市车辆管理所的代码，例如410100；"
            "在机动车登记地申请的，不必填写。",
            en="There is no such vehicle office. Give the code of one of a prefecture of Henan, "
            "such as 410100, or leave it out to apply where the vehicle is registered.",
        ),
    }
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "mark_office_unknown": LAW,
        "document_missing_driving_permit": LAW,
    }
)
"""The article behind a rule, where there is one."""
