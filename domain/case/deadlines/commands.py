"""Commands of this chapter."""

from datetime import date

from domain.case.vocabulary import CaseCommand, Code


class ExtendDeadline(CaseCommand, frozen=True, kw_only=True):
    to: date
    relief: Code
