"""Events of this chapter. These names and fields are stored for ever."""

from datetime import date

from domain.case.expectation.reasons import DelayReason
from domain.case.vocabulary import CaseEvent


class ExpectedDateSlipped(CaseEvent, frozen=True, kw_only=True):
    """There is no result on the day by which nine of ten have it, as was told.

    By ``likely_by`` nine of ten have it who have waited as long, of so many ``cases``. There is
    no such day where too little is known.
    """

    told_by: date
    likely_by: date | None
    cases: int
    reason: DelayReason
