"""Commands of this chapter."""

from datetime import date

from domain.case.vocabulary import CaseCommand, Code


class ExtendDeadline(CaseCommand, frozen=True, kw_only=True):
    to: date
    relief: Code


class RecountDeadline(CaseCommand, frozen=True, kw_only=True):
    """The working days until ``old`` have become other days, and lead to ``new``."""

    clock: Code
    old: date
    new: date
