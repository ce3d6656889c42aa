"""What people read for a penalty decision."""

from typing import Final

from domain.penalties.state import PenaltyStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in PenaltyStage},
    events={
        "PenaltyImposed": Title("处罚决定已作出", "Penalty imposed"),
        "PenaltyServed": Title("处罚决定书已送达", "Decision served"),
        "FinePaid": Title("罚款已缴纳", "Fine paid"),
        "PenaltyRevoked": Title("处罚决定已撤销", "Penalty revoked"),
        "FineRefunded": Title("罚款已退还", "Fine given back"),
    },
    fields={
        "decision_no": Title("处罚决定书编号", "number of the decision"),
        "stage": Title("状态", "stage"),
        "office": Title("作出决定的机关", "office that decided"),
        "fine_fen": Title("罚款金额", "fine"),
        "additional_fen": Title("加处罚款", "additional penalty"),
        "decided_on": Title("决定日期", "decided on"),
        "online": Title("网上办理", "online"),
        "case": Title("案件", "case"),
        "received_on": Title("收到决定书日期", "received on"),
        "manner": Title("送达方式", "manner of service"),
        "pay_by": Title("缴款截止日", "pay by"),
        "paid_fen": Title("实缴金额", "paid"),
        "paid_on": Title("缴款日期", "paid on"),
        "receipt_no": Title("缴款凭证（电子票据）编号", "number of the receipt"),
        "revoked_on": Title("撤销日期", "revoked on"),
        "refund_fen": Title("应退金额", "to be given back"),
        "refunded_fen": Title("已退金额", "given back"),
        "paid_in": Title("缴款案件", "case in which it was paid"),
        "amount_fen": Title("金额", "amount"),
        "refunded_on": Title("退款日期", "given back on"),
        "bank_reference": Title("银行流水号", "reference of the bank"),
    },
    commands={
        "ImposePenalty": Title("登记处罚决定", "Put the decision on record"),
        "EnterPenalty": Title("录入现场处罚决定", "Enter a decision made on the road"),
        "ServePenalty": Title("登记送达", "Note that it was served"),
        "PayFine": Title("缴纳罚款", "Pay the fine"),
        "RecordFinePayment": Title("登记银行代收罚款", "Record a payment at a bank"),
        "RecordFineRefund": Title("登记罚款退还", "Record that the fine was given back"),
        "RevokePenalty": Title("撤销处罚决定", "Revoke the decision"),
    },
    refusals={
        "fine-amount-differs": Explanation(
            Title("金额与应缴罚款不符", "The amount is not what is owed"),
            Title(
                "应缴金额为缴款当日的罚款和加处罚款合计，请按该金额一次缴清。",
                "What is owed is the fine with the additional penalty of the day. Pay it at once.",
            ),
        ),
        "paid-before-received": Explanation(
            Title("缴款日期早于决定日期", "Paid before the decision was made"),
            Title("请核对缴款凭证上的日期。", "Check the day on the receipt."),
        ),
        "refunded-before-revoked": Explanation(
            Title("退款日期早于撤销日期", "Given back before the decision fell"),
            Title("请核对银行回单上的日期。", "Check the day on the slip of the bank."),
        ),
        "decision-number-differs": Explanation(
            Title("编号不一致", "The numbers differ"),
            Title(
                "请求地址中的编号应与决定书编号一致。",
                "The number in the address must be that of the decision.",
            ),
        ),
    },
)
