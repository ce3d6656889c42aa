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
        "RefundCompleted": Title("退款已到账", "The bank has carried the refund out"),
        "RefundFailed": Title("退款失败，待人工处理", "The bank could not carry the refund out"),
        "RefundRepeated": Title("重新发起退款", "The refund was asked for once more"),
    },
    fields={
        "case": Title("案件", "case"),
        "office": Title("办理机关", "office"),
        "amount_fen": Title("金额", "amount"),
        "pay_by": Title("缴费截止时间", "pay by"),
        "paid_on": Title("缴费日期", "paid on"),
        "for_day": Title("应缴金额计算日", "day of the sum"),
        "old": Title("原缴费期限", "old time"),
        "new": Title("顺延后的缴费期限", "new time"),
        "received_fen": Title("已收金额", "received"),
        "refunded_fen": Title("已退金额", "given back"),
        "stage": Title("缴费单状态", "stage"),
        "bank_reference": Title("银行流水号", "reference of the bank"),
        "method": Title("缴费方式", "way of payment"),
        "payment": Title("原缴费流水号", "payment that goes back"),
        "refunded_on": Title("退款日期", "given back on"),
        "reason": Title("原因", "reason"),
        "try_no": Title("第几次发起", "which try"),
        "at_window": Title("窗口缴费", "paid at a window"),
        "by_card": Title("刷卡", "by card"),
        "paid_with": Title("缴费流水号", "paid under the reference"),
        "payments": Title("到账记录", "payments of the bank"),
        "refunds": Title("退款记录", "refunds of the bank"),
    },
    commands={
        "PlaceOrder": Title("开具缴费单", "Place the order"),
        "ExtendOrder": Title("顺延缴费期限", "Give more time to pay"),
        "PayOrder": Title("登记到账", "Record the payment"),
        "ExpireOrder": Title("缴费单失效", "Let the order expire"),
        "CancelOrder": Title("撤销缴费单", "Cancel the order"),
        "RefundOrder": Title("退款", "Give the money back"),
        "CompleteRefund": Title("登记退款到账", "Record that the refund was carried out"),
        "FailRefund": Title("登记退款失败", "Record that the refund has failed"),
        "RepeatRefund": Title("重新发起退款", "Ask the bank for the refund again"),
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
        "bank-reference-taken": Explanation(
            Title("该银行流水号已登记其他金额", "The reference of the bank stands for another sum"),
            Title(
                "请与银行核对流水号和金额；已登记的金额见 booked_fen。",
                "Compare reference and sum with the bank; booked_fen is what it stood for before.",
            ),
        ),
        "refund-unknown": Explanation(
            Title("没有这笔退款", "There is no such refund"),
            Title(
                "请核对原缴费流水号和金额。",
                "Check the reference of the payment and the sum that goes back.",
            ),
        ),
        "refund-over": Explanation(
            Title("该笔退款已经到账", "The refund was carried out already"),
            Title(
                "无需再次处理；如与银行记录不一致，请对账。",
                "Nothing is left to do. If the bank says otherwise, reconcile.",
            ),
        ),
    },
)
