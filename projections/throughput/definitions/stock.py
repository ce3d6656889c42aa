"""What is in hand: at the ends of a period, and at present."""

from typing import Final

from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import STANDING, Definition, When
from projections.throughput.definitions.making import Count, CountByKind
from projections.throughput.lines import BEFORE
from projections.throughput.plain import IN_HAND

STOCK: Final = (
    Definition(
        "backlog_before",
        Title("期初在办量", "In hand at the beginning"),
        Title(
            "首日0时尚未终结的件数。平衡关系：期初在办量＋申请量＋重新办理量＋转入量"
            "＝办结量＋不予办理量＋不予受理量＋撤回量＋逾期终止量＋转出量＋积压量。",
            "Counts the cases that were open at the beginning of the first day. Balance: in hand at"
            " the beginning + submitted + reopened + moved in = completed + refused + not accepted"
            " + withdrawn + lapsed + moved out + backlog.",
        ),
        when=When.START_OF_DAY,
        made=Count((BEFORE,)),
    ),
    Definition(
        "backlog",
        Title("积压量", "Backlog"),
        Title(
            "期末当日24时尚未终结的件数；当日尚未结束的，为查询之时的件数。",
            "Counts the cases that were open at the end of the last day, or at the moment of the"
            " question while that day lasts.",
        ),
        when=When.END_OF_DAY,
        made=Count((BEFORE, IN_HAND)),
    ),
    Definition(
        "backlog_overdue",
        Title("逾期积压量", "Overdue backlog"),
        Title(
            "尚未终结且已超过当前办理期限的件数，暂缓办理的不计。",
            "Counts the open cases of which the day that is waited for has passed; cases on hold"
            " are left out.",
        ),
        when=When.AT_PRESENT,
        dimensions=STANDING,
        made=Count((measures.DUE,)),
    ),
    Definition(
        "backlog_age",
        Title("积压时长分布", "Age of the backlog"),
        Title(
            "尚未终结的件数，按提交以来的工作日分为0至1、2至3、4至7、8至15和15日以上五档。",
            "Counts the open cases by working days since submission: 0 to 1, 2 to 3, 4 to 7,"
            " 8 to 15, and more than 15.",
        ),
        when=When.AT_PRESENT,
        dimensions=STANDING,
        made=CountByKind(measures.WAITING),
    ),
)
