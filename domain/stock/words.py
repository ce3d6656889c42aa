"""What people read for a book of blanks."""

from typing import Final

from domain.stock.state import StockStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in StockStage},
    events={
        "BlanksReceived": Title("空白牌证入库", "Blanks received"),
        "BlankUsed": Title("空白牌证使用", "Blank used"),
        "BlankSpoilt": Title("空白牌证作废", "Blank spoilt"),
        "BlanksCounted": Title("空白牌证盘点", "Blanks counted"),
    },
    fields={
        "blanks": Title("数量", "blanks"),
        "case": Title("案件", "case"),
        "counted": Title("盘点数量", "counted"),
        "first": Title("起始编号", "first serial"),
        "in_store": Title("账面在库", "in store by the books"),
        "kind": Title("空白牌证种类", "kind of blank"),
        "last": Title("截止编号", "last serial"),
        "office": Title("单位", "office"),
        "on_the_books": Title("账面数量", "on the books"),
        "reason": Title("作废原因", "reason"),
        "serial": Title("编号", "serial"),
    },
    commands={
        "ReceiveBlanks": Title("空白牌证入库", "Receive blanks"),
        "UseBlank": Title("登记使用", "Enter that a blank was used"),
        "SpoilBlank": Title("登记作废", "Enter that a blank is spoilt"),
        "CountBlanks": Title("登记盘点", "Enter a count"),
    },
    refusals={
        "serials-invalid": Explanation(
            Title("号段不正确", "The serials bound no run"),
            Title(
                "起止编号的字母和位数应当一致，截止编号不得小于起始编号，一次不超过十万份。",
                "Both serials have the same letters and as many digits, the last is not before "
                "the first, and at most 100,000 blanks come at once.",
            ),
        ),
        "blanks-known": Explanation(
            Title("号段已入库", "The serials were received before"),
            Title("请核对起止编号。", "Check the first and the last serial."),
        ),
        "blank-not-in-store": Explanation(
            Title("该编号不在库存", "The blank is not in store"),
            Title(
                "该编号未入库，或者已经使用、作废。请核对编号。",
                "It was never received, or it was used or spoilt before. Check the serial.",
            ),
        ),
        "book-of-others": Explanation(
            Title("地址与内容不一致", "The address names another book"),
            Title(
                "请求地址应当为 book 所列的账簿名称。",
                "The address must end in the name that stands under book.",
            ),
        ),
    },
)
