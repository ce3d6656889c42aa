"""What people read for money that the post collects."""

from typing import Final

from domain.collections.state import CollectionStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in CollectionStage},
    events={
        "CollectionBooked": Title("邮政代收费用已登记", "Collected by the post"),
        "CollectionSettled": Title("邮政代收款已结付", "Paid over by the post"),
    },
    fields={
        "item_no": Title("邮件号码", "item number"),
        "case": Title("案件", "case"),
        "office": Title("办理机关", "office"),
        "amount_fen": Title("代收金额", "amount"),
        "collected_on": Title("代收日期", "collected on"),
        "statement_no": Title("结算单编号", "number of the statement"),
        "settled_on": Title("结付日期", "paid over on"),
        "stage": Title("结付状态", "stage"),
    },
    commands={
        "BookCollection": Title("登记邮政代收", "Book what the post collected"),
        "SettleCollection": Title("登记邮政结付", "Book what the post paid over"),
    },
    refusals={
        "collection-amount-differs": Explanation(
            Title("结付金额与代收金额不一致", "It is not the sum that was collected"),
            Title(
                "邮政应当按代收金额结付，请与邮政核对；应付金额见 expected_fen。",
                "The post pays over what it collected, which is under expected_fen. Ask the post.",
            ),
        ),
        "collection-settled-before": Explanation(
            Title("该笔代收款已经结付", "It was paid over before"),
            Title(
                "该笔代收款已在另一结算单中结付，编号见 statement_no。",
                "It stands in an earlier statement, whose number is under statement_no.",
            ),
        ),
    },
)
