"""The words of a number that is chosen, and of the vehicle for which it is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.blocks.hint import Hint
from domain.services.guide_words import GuideWords
from domain.titles import Title

TOLD: Final = GuideWords(
    term=Title("选定后即时保留号牌号码", "the number is reserved as soon as it is chosen")
)
RESIDENCE_REGION: Final = Title("住所地（县、市、区）", "county of residence")
ISSUING_PREFIX: Final = Title("发牌机关代号", "issuing prefix")
METHOD: Final = Title("选号方式", "way of choosing")
WANTED_NO: Final = Title("自编号牌号码", "number composed")
WANTED_NO_HINT: Final = Hint(
    "已经想好的可以在此填写，提交时一并预选；没有想好的可以不填，提交后再逐个试选",
    "If you know it, write it here, and it is reserved with the application. Otherwise leave it "
    "empty, and try one after the other afterwards",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "prefix_unknown": Title(
            zh="没有该发牌机关代号。请填写“豫”和发牌机关字母，例如豫A。",
            en="There is no such issuing prefix. Write 豫 and the letter, such as 豫A.",
        ),
        "prefix_not_of_residence": Title(
            zh="发牌机关代号与住所地不符。机动车应当在所有人住所地申请登记，请选择住所地的代号。",
            en="The prefix is not that of the residence. A vehicle is registered where its owner "
            "lives: choose the prefix of that prefecture.",
        ),
        "wanted_no_of_another_prefix": Title(
            zh="自编号牌号码与所选发牌机关代号不符，请更正。",
            en="The number composed does not begin with the prefix chosen. Please correct it.",
        ),
    }
)
