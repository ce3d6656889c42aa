"""What is wrong with what was asked for, by the field in which it is to be put right."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

_LONGEST: Final = 64

NO_REFERENCE: Final = Title(
    "请填写查询码，例如 7K3M-9QXP-2B4D-5", "Fill in the reference, such as 7K3M-9QXP-2B4D-5"
)
NO_LAST_FOUR: Final = Title(
    "请填写身份证明号码后四位（数字或者字母）",
    "Fill in the last four characters of the ID number, digits or letters",
)
NOT_FOUND: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "reference": Title(
            "未找到符合的业务，请核对查询码",
            "We found no such application. Please check the reference",
        ),
        "last_four": Title(
            "未找到符合的业务，请核对身份证明号码后四位",
            "We found no such application. Please check the last four characters of the ID number",
        ),
    }
)
"""Which of the two is wrong is not told, so that nobody learns which references there are."""


def misfilled(reference: str, end: str) -> Mapping[str, Title]:
    """The fields that are empty or have not the right form."""
    wrong = {}
    if not 0 < len(reference) <= _LONGEST:
        wrong["reference"] = NO_REFERENCE
    if not end:
        wrong["last_four"] = NO_LAST_FOUR
    return wrong
