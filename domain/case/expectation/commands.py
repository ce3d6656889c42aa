"""Commands of this chapter."""

from datetime import date
from typing import Annotated

import msgspec

from domain.case.vocabulary import CaseCommand


class TellLaterDate(CaseCommand, frozen=True, kw_only=True):
    """Tell the applicant that the day that he was told has passed, and which one is likely now."""

    told_by: date
    likely_by: date | None = None
    cases: Annotated[int, msgspec.Meta(ge=0)] = 0
