"""Checks of the violation that is handled."""

from typing import Final

from domain.services.checks.check import Check
from domain.titles import Title

VIOLATION_KNOWN: Final = Check(
    "C-VIOLATION",
    Title("违法记录核对", "Violation on record"),
    "R-VIOLATION-UNKNOWN",
    Title(
        zh="没有查到该违法记录、该记录已经处理，或者填报内容与记录不符。请对照违法记录核对后重新提交。",
        en="There is no such violation, it is handled already, or the particulars differ. Compare "
        "them with the record and submit again.",
    ),
)
