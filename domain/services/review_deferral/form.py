"""D08 延期驾驶证审验: deferral of a review (139 art. 70, 73).

Who has points, or was in a fatal accident, the register knows and the form does not ask.
"""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from domain.clocks.clock import Clock
from domain.clocks.duties import cycle_ends
from domain.services.deferral.cycle import CycleDeferralForm, LicenceWithDuty
from domain.services.judgement import Judgement
from domain.services.review_deferral import words
from domain.services.review_deferral.facts import ReviewDeferralFacts


class LicenceWithReviewDuty(LicenceWithDuty):
    CLOCK: ClassVar = Clock.LIC_REVIEW

    @classmethod
    def ends(cls, first_issued_on: date, seen: Judgement) -> Iterator[date]:
        return cycle_ends(first_issued_on, judged_on=seen.today)


class ReviewDeferral(CycleDeferralForm):
    """延期驾驶证审验."""

    LAWS: ClassVar = {**CycleDeferralForm.LAWS, "due_on_cycle": words.REVIEW_LAW}
    FACTS: ClassVar = ReviewDeferralFacts

    service: Literal["review_deferral"]
    licence: LicenceWithReviewDuty
