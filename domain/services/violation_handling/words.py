"""The words of P01, and its law: the simple procedure (RTSL art. 107)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("RTSL", "107", verified=True)

TITLE: Final = Title("违法处理", "Handling of a violation")
TOLD: Final = GuideWords(
    term=Title(
        "对违法事实无异议的，当场作出处罚决定；有异议的，转违法发生地公安机关交通管理部门核实",
        "decided on the spot if the facts are accepted; otherwise the traffic police of the place "
        "of the violation look at them again",
    ),
    fee=Title(
        "办理不收费；罚款自收到处罚决定书之日起15日内另行缴纳",
        "free; the fine is paid within 15 days of receiving the decision",
    ),
    outcome=Title("处罚决定书，罚款另行缴纳", "a penalty decision; the fine is paid separately"),
    steps=(
        Title(
            "核对驾驶证、机动车和累积记分，告知违法事实、理由、依据和陈述申辩的权利",
            "Licence, vehicle and points are checked; facts, reasons, law and the right to be "
            "heard are told",
        ),
        Title(
            "无异议的，当场作出处罚决定并记分；有异议的，转违法发生地核实后答复",
            "If you accept, it is decided on the spot; if you object, the place of the violation "
            "looks again and answers",
        ),
        Title(
            "自收到处罚决定书之日起15日内缴纳罚款",
            "Pay the fine within 15 days of receiving the decision",
        ),
    ),
)
WISH: Final = Title(
    "收到违章短信，要处理电子眼拍到的违法", "A camera has caught me and I want to settle it"
)
VIOLATION: Final = Title("违法记录", "violation")
PLATE_NO: Final = Title("号牌号码", "plate number")
REGION: Final = Title("违法地点所在县（市、区）", "county of the violation")
PLACE: Final = Title("违法地点", "place of the violation")
STATEMENT: Final = Title("陈述和申辩", "statement and defence")

VIOLATION_TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "fine_not_online": Title(
            zh="罚款超过200元的违法行为不适用简易程序，不能网上处理。请到违法发生地或者机动车登记地的"
            "违法处理窗口办理。",
            en="A fine above 200 yuan is not imposed by the simple procedure, and not online. Go "
            "to the violations window of the place of the violation or of registration.",
        ),
        "points_not_online": Title(
            zh="一次记分超过6分的违法行为不能网上处理，请到违法处理窗口办理。",
            en="A violation of more than 6 points is not handled online. Go to the violations "
            "window.",
        ),
        "in_future": Title(
            zh="时间晚于今天，请核对。", en="The time lies in the future. Please check it."
        ),
    }
)
TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "statement_missing": Title(
            zh="对违法事实有异议的，请填写陈述和申辩的内容。",
            en="Whoever does not accept the facts says why. Please fill in the statement.",
        ),
        "statement_characters": Title(
            zh="陈述和申辩含有无法打印的字符，请重新填写。",
            en="The statement holds characters that cannot be printed. Please type it again.",
        ),
    }
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType({"fine_not_online": LAW})
"""The article behind a rule, where there is one."""
