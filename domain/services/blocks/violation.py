"""What is said of a violation wherever it is handled: its number, its code, its points."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import AfterValidator, Field, ValidationInfo

from domain.dated import Dated, Rule
from domain.identifiers import document_number, violation_code
from domain.services.judgement import defect, identified, judgement
from domain.services.personal import PERSONAL
from domain.titles import Title

SCALE: Final = Dated(
    "points_scale",
    Rule(frozenset({0, 1, 2, 3, 6, 12}), date(2004, 5, 1), "139 annex 2", date(2022, 3, 31)),
    Rule(frozenset({0, 1, 3, 6, 9, 12}), date(2022, 4, 1), "163"),
)
"""The numbers of points that violations have. None is a warning or a fine alone."""
NUMBER: Final = Title("违法序号", "number of the violation")
OCCURRED: Final = Title("违法时间", "when it happened")
CODE: Final = Title("违法代码", "code of the violation")
FINE: Final = Title("罚款金额", "fine")
POINTS: Final = Title("记分", "points")
_CODE: Final = Title(
    zh="违法代码应为4位数字，可以带一位字母，请对照违法记录核对。",
    en="The code of a violation has 4 digits, and perhaps a letter. Please check it.",
)
TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "violation_no_characters": Title(
            zh="违法序号只能由字母和数字组成，请对照违法记录核对。",
            en="The number of a violation has letters and digits only. Please check it.",
        ),
        "act_code_length": _CODE,
        "act_code_characters": _CODE,
        "points_unknown": Title(
            zh="没有该记分分值，请对照违法记录核对。",
            en="Violations have no such number of points. Please check it.",
        ),
    }
)


def _number(text: str) -> str:
    return identified("violation_no", document_number.parse, text).text


def _code(text: str) -> str:
    return identified("act_code", violation_code.parse, text).text


def _on_the_scale(points: int, info: ValidationInfo) -> int:
    if points not in SCALE.on(judgement(info).today):
        raise defect("points_unknown")
    return points


ViolationNo = Annotated[
    str, Field(min_length=6, max_length=30), AfterValidator(_number), PERSONAL, NUMBER
]
ActCode = Annotated[str, Field(min_length=1, max_length=10), AfterValidator(_code), CODE]
FineYuan = Annotated[int, Field(ge=0, le=100_000), FINE]
Points = Annotated[int, Field(ge=0, le=24), AfterValidator(_on_the_scale), POINTS]
