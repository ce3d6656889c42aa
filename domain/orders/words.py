"""What people read for an order."""

from typing import Final

from domain.orders.state import OrderStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in OrderStage},
    events={
        "OrderPlaced": Title("缴费单已开具", "Order placed"),
        "OrderExtended": Title("缴费期限已顺延", "More time to pay"),
        "OrderPaid": Title("缴费单已缴清", "Order paid"),
        "OrderExpired": Title("逾期未缴费，缴费单失效", "Order expired"),
        "OrderCancelled": Title("申请已撤回，缴费单撤销", "Order cancelled"),
        "UnduePaymentReceived": Title("收到误缴款项", "A payment came in that was not owed"),
        "OrderRefunded": Title("款项原路退还", "Money given back"),
    },
    fields={
        "case": Title("案件", "case"),
        "office": Title("办理机关", "office"),
        "amount_fen": Title("金额", "amount"),
        "pay_by": Title("缴费截止时间", "pay by"),
        "paid_on": Title("缴费日期", "paid on"),
        "old": Title("原缴费期限", "old time"),
        "new": Title("顺延后的缴费期限", "new time"),
        "received_fen": Title("已收金额", "received"),
        "refunded_fen": Title("已退金额", "given back"),
        "stage": Title("缴费单状态", "stage"),
    },
    commands={
        "PlaceOrder": Title("开具缴费单", "Place the order"),
        "ExtendOrder": Title("顺延缴费期限", "Give more time to pay"),
        "PayOrder": Title("登记到账", "Record the payment"),
        "ExpireOrder": Title("缴费单失效", "Let the order expire"),
        "CancelOrder": Title("撤销缴费单", "Cancel the order"),
        "RefundOrder": Title("退款", "Give the money back"),
    },
    refusals={
        "amount-differs": Explanation(
            Title("金额与缴费单不符", "The amount is not that of the order"),
            Title(
                "请按缴费单金额一次缴清。", "Pay the amount of the order, all of it and at once."
            ),
        ),
        "order-already-paid": Explanation(
            Title("费用已缴纳", "The order is paid"),
            Title(
                "费用已经到账，案件继续办理，不因逾期终止。",
                "The fee has come in, so the case goes on and does not lapse.",
            ),
        ),
    },
)
