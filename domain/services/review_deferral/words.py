"""The words of D08, and the law of the review (139 art. 70)."""

from typing import Final

from domain.law import Law
from domain.titles import Title

REVIEW_LAW: Final = Law("139", "70", verified=True)

TITLE: Final = Title("延期驾驶证审验", "Deferral of the licence review")
WISH: Final = Title(
    "服兵役、出国（境）等原因，暂时不能参加驾驶证审验",
    "I serve in the army, am abroad or ill, and cannot have my licence reviewed in time",
)
