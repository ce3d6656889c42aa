"""How offices are supervised. Nothing feeds this figure yet."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import PLACES, Definition

OPERATION: Final = (
    Definition(
        "supervision",
        Title("监管预警量", "Warnings of supervision"),
        Title(
            "同一人频繁补领、同一手机号办理多件、非工作时间审批等异常情形的预警条数。",
            "Counts the warnings of unusual patterns: frequent reissue for one person, many cases"
            " from one mobile number, approvals after hours.",
        ),
        dimensions=PLACES,
    ),
)
