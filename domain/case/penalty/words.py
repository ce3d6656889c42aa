"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "FactsShown": Title(
            "已告知违法事实、处罚理由和依据以及陈述申辩权利",
            "Facts, reasons, law and the right to be heard were told",
        ),
        "FactsAccepted": Title("当事人对违法事实无异议", "Facts accepted"),
        "StatementMade": Title("当事人已陈述申辩", "Statement and defence made"),
        "StatementRejected": Title("经复核，陈述申辩理由不成立", "Statement heard, facts stand"),
        "StatementUpheld": Title("陈述申辩理由成立，不予处罚", "Statement upheld, nobody punished"),
        "PenaltyDecided": Title("处罚决定已作出", "Penalty decided"),
        "DecisionServed": Title("处罚决定书已送达", "Decision received"),
        "FineAsked": Title("应缴罚款已核定", "What is owed was worked out"),
        "FineSettled": Title("罚款已缴清", "Fine paid"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "act_code": Title("违法代码", "code of the violation"),
        "occurred_on": Title("违法日期", "when it happened"),
        "fine_fen": Title("罚款金额", "fine"),
        "points": Title("记分", "points"),
        "answer_by": Title("答复期限", "answer by"),
        "decision_no": Title("处罚决定书编号", "number of the decision"),
        "received_on": Title("收到决定书日期", "received on"),
        "manner": Title("送达方式", "manner of service"),
        "fine_due_on": Title("缴款截止日", "fine due on"),
        "asked_on": Title("核定日期", "worked out on"),
        "additional_fen": Title("加处罚款", "additional penalty"),
        "pay_by": Title("按此金额缴款截止", "this amount until"),
        "paid_on": Title("缴款日期", "paid on"),
        "receipt_no": Title("缴款凭证（电子票据）编号", "number of the receipt"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "ShowFacts": Title("告知违法事实", "Show the facts"),
        "AcceptFacts": Title("对违法事实无异议", "Accept the facts"),
        "MakeStatement": Title("陈述申辩", "Make a statement"),
        "RejectStatement": Title("不采纳陈述申辩", "Reject the statement"),
        "UpholdStatement": Title("采纳陈述申辩，不予处罚", "Uphold the statement"),
        "DecidePenalty": Title("作出处罚决定", "Decide the penalty"),
        "ServeDecision": Title("登记处罚决定书送达", "Note that the decision was received"),
        "AskForFine": Title("核定应缴罚款", "Work out what is owed"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "statement-unanswered": Explanation(
            Title("尚未听取当事人意见", "The driver was not heard yet"),
            Title(
                "当事人对违法事实无异议，或者其陈述申辩经复核答复后，方可作出处罚决定。",
                "Decide when the driver has accepted the facts, or his statement was answered.",
            ),
        ),
        "received-before-decided": Explanation(
            Title("送达日期早于决定日期", "Received before it was made"),
            Title("请核对送达回证上的日期。", "Check the day on the proof of service."),
        ),
        "served-on-paper": Explanation(
            Title("当事人未同意电子送达", "The driver has not consented"),
            Title(
                "未经当事人同意不得电子送达，请当面或者邮寄送达处罚决定书。",
                "Without his consent the decision is handed over in person, or sent by post.",
            ),
        ),
        "no-number-free": Explanation(
            Title("处罚决定书编号已被使用", "The numbers are taken"),
            Title("请联系系统管理人员。", "Please tell whoever runs the service."),
        ),
    }
)
