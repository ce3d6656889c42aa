"""The checks of a payment of a fine. The penalty decisions are on record here."""

from typing import Final

from domain.services.checks.check import Check
from domain.titles import Title

DECISION: Final = Check(
    "C-DECISION",
    Title("处罚决定核对", "Penalty decision"),
    "R-DECISION-UNKNOWN",
    Title(
        zh="没有查到该编号的处罚决定，或者决定书的当事人与填报内容不符。请对照决定书核对编号后重新提交。",
        en="There is no decision of this number, or it is about another person. Compare the number "
        "with the decision and submit again.",
    ),
)
UNPAID: Final = Check(
    "C-UNPAID",
    Title("缴纳情况核对", "Not paid yet"),
    "R-PAID",
    Title(
        zh="该处罚决定的罚款已经缴清，无须再次缴纳；重复缴纳的，核实后按原渠道退还。",
        en="The fine of this decision is paid already. Nothing more is owed; what was paid twice "
        "goes back the way it came.",
    ),
)
