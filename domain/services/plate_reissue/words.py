"""The words of V01, and its law (124 art. 44)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("124", "44", verified=True)

TITLE: Final = Title("补换领机动车号牌", "Reissue or replacement of plates")
WISH: Final = Title(
    "车牌丢了、坏了，要补办或者换新的", "My plates are lost or damaged and I need them again"
)
DOCUMENT: Final = Title("机动车号牌", "plates")
REASON: Final = Title("原因", "reason")
PLATES_AFFECTED: Final = Title("补领、换领的号牌", "plates affected")
NEED_TEMP_PLATE: Final = Title("需要临时行驶车号牌", "temporary plate wanted")
MOUNTING_OUTLET: Final = Title("上牌点", "outlet where the plates are fitted")
TOLD: Final = GuideWords(
    fee=Title(
        "{fee}（小型汽车号牌一副和临时行驶车号牌一张；其他种类的号牌按规定的标准收取）",
        "{fee} (a pair of plates for a small car and one temporary plate; other kinds have prices "
        "of their own)",
    )
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType({"business_reason": LAW})
"""The article behind a rule, where there is one. That the registration certificate is asked for is
practice: the article asks for the proof of identity.
"""
