"""How offices run: capacity and supervision. Nothing feeds these figures yet."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import PLACES, Definition, Unit

OPERATION: Final = (
    Definition(
        "centre_capacity_use",
        Title("网办中心负荷", "Load of the network office centre"),
        Title(
            "网办中心办理件数占其办理能力的比例。",
            "Divides the cases that a network office centre handled by its capacity.",
        ),
        Unit.SHARE,
        dimensions=PLACES,
    ),
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
