"""The words of P02, and its law (RTSL art. 108 and 109)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("RTSL", "108", verified=True)

TITLE: Final = Title("罚款缴纳", "Payment of a fine")
TOLD: Final = GuideWords(
    term=Title("缴款成功后即时入账", "booked as soon as it is paid"),
    fee=Title(
        "办理不收费；应缴金额为罚款本金以及逾期产生的加处罚款（每日按罚款数额的3%计算，不超过罚款本金）",
        "free; what is paid is the fine and, if it is late, an additional penalty of 3 % of the "
        "fine a day, which never exceeds the fine",
    ),
    outcome=Title("缴款凭证（电子票据）", "a receipt"),
    steps=(
        Title(
            "核对处罚决定，显示罚款和加处罚款的应缴金额",
            "The decision is looked up, and what is owed is shown: fine and additional penalty",
        ),
        Title("通过代收银行或者第三方支付平台缴款", "Pay through the bank or the wallet"),
        Title(
            "取得电子票据；重复缴纳的，原渠道退还", "Keep the receipt; what is paid twice goes back"
        ),
    ),
)
WISH: Final = Title("要交违章罚款，手里有决定书", "I have a penalty decision and want to pay")
DECISION: Final = Title("处罚决定", "penalty decision")
DECISION_NO: Final = Title("处罚决定书编号", "number of the decision")
PAYER: Final = Title("缴款人", "payer")
PAYER_NAME: Final = Title("缴款人姓名", "payer's name")
PAYER_ID_NO: Final = Title("缴款人公民身份号码", "payer's ID number")
PAYMENT_CHANNEL: Final = Title("缴款渠道", "payment channel")

_DIGITS: Final = Title(
    zh="处罚决定书编号应为15位或者16位数字，请对照决定书核对。",
    en="The number of a decision has 15 or 16 digits. Compare it with the decision.",
)
TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "decision_no_length": _DIGITS,
        "decision_no_characters": _DIGITS,
        "decision_elsewhere": Title(
            zh="该决定书不是河南省公安机关交通管理部门作出的。请核对编号前六位，或者向作出决定的机关缴纳。",
            en="The decision was not made in Henan. Check the first six digits, or pay to the "
            "organ that made it.",
        ),
    }
)
LAWS: Final[Mapping[str, Law]] = MappingProxyType({})
"""The article behind a rule, where there is one."""
