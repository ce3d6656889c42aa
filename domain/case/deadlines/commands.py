"""Commands of this chapter."""

from datetime import date

from domain.case.vocabulary import CaseCommand, Code


class RecountDeadline(CaseCommand, frozen=True, kw_only=True):
    """The working days until ``old`` have become other days, and lead to ``new``."""

    clock: Code
    old: date
    new: date


class FollowOpenings(CaseCommand, frozen=True, kw_only=True):
    """Rest while the window that the case needs is closed, and go on when it opens."""
