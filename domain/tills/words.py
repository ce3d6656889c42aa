"""What people read for a till."""

from typing import Final

from domain.tills.state import TillStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in TillStage},
    events={
        "TakingBooked": Title("窗口收款入账", "Payment booked in the till"),
        "TillCounted": Title("当日收款已清点", "Till counted"),
        "TillClosed": Title("当日收款已结账", "Till closed"),
    },
    fields={
        "officer": Title("收款人员", "officer who took the money"),
        "office": Title("窗口单位", "office of the window"),
        "day": Title("收款日期", "day"),
        "case": Title("案件", "case"),
        "amount_fen": Title("金额", "amount"),
        "by_card": Title("刷卡", "by card"),
        "takings": Title("收款笔数", "payments"),
        "cash_fen": Title("现金", "cash"),
        "card_fen": Title("刷卡金额", "by card"),
        "booked_cash_fen": Title("账面现金", "cash by the books"),
        "booked_card_fen": Title("账面刷卡金额", "cards by the books"),
        "counted_cash_fen": Title("清点现金", "cash counted"),
        "counted_card_fen": Title("刷卡签购单合计", "slips of cards added up"),
        "cash_difference_fen": Title("现金长短款", "difference of cash"),
        "card_difference_fen": Title("刷卡长短款", "difference of cards"),
        "cause": Title("长短款原因", "cause of the difference"),
        "closed_by": Title("复核结账人员", "closed by"),
        "stage": Title("结账状态", "stage"),
    },
    commands={
        "BookTaking": Title("窗口收款入账", "Book a payment"),
        "CountTill": Title("清点当日收款", "Count the till"),
        "CloseTill": Title("复核结账", "Close the till"),
    },
    refusals={
        "till-of-another": Explanation(
            Title("不能清点他人收款", "The till is another officer's"),
            Title(
                "当日收款由收款人员本人清点。",
                "Each officer counts what he took himself.",
            ),
        ),
        "counted-by-oneself": Explanation(
            Title("收款人员不得自行结账", "The officer who took the money does not close the till"),
            Title(
                "出纳与复核岗位应当分离，请由其他人员复核结账。",
                "Whoever takes money does not close its books. Ask another officer to do it.",
            ),
        ),
        "difference-unexplained": Explanation(
            Title("清点金额与账面不符", "What was counted is not what the books say"),
            Title(
                "请重新清点；确有长款、短款的，应当注明原因后提交。负数为短款，正数为长款。",
                "Count again. If there is a difference, name its cause. Below 0 money is missing, "
                "above 0 there is too much.",
            ),
        ),
    },
)
