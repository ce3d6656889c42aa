"""What prefectures found wanting and have not put right. It is told of registers, not of cases."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import Definition, When
from projections.throughput.definitions.making import Count

OPEN: Final = "improvements_open"
OVERDUE: Final = "improvements_overdue"

IMPROVEMENTS: Final = (
    Definition(
        "improvements_open",
        Title("未整改事项", "Improvements open"),
        Title(
            "整改台账中尚未销号的事项数。",
            "Counts the problems in the registers of improvements that are not closed.",
        ),
        when=When.AT_PRESENT,
        dimensions=("region",),
        made=Count((OPEN,)),
    ),
    Definition(
        "improvements_overdue",
        Title("逾期未整改事项", "Improvements overdue"),
        Title(
            "整改期限当日24时已过而尚未销号的事项数。",
            "Counts those of which the last day has ended.",
        ),
        when=When.AT_PRESENT,
        dimensions=("region",),
        made=Count((OVERDUE,)),
    ),
)
