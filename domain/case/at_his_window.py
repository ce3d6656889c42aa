"""An officer acts for whoever applied at a window, and could not act himself (ADR 62)."""

from dataclasses import dataclass
from typing import Final

from domain.case.roles import APPLICANTS, OFFICERS
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.refusal import Forbidden

APPLICANTS_OR_WINDOW: Final = APPLICANTS | OFFICERS
"""Who gives what is the applicant's to give. Its row names :func:`for_applicant` as well."""


@dataclass(kw_only=True)
class AppliedOnline(Forbidden):
    """He has an account by which he does it himself, so no officer does it in his name."""


def for_applicant(current: Case, at: Circumstances) -> None:
    """The rule of a row: an officer does it only in a case that was taken in at a window."""
    if at.by.role in OFFICERS and current.taken_in_by is None:
        raise AppliedOnline


def entered_by(at: Circumstances) -> str | None:
    """The officer who enters it for the applicant, or None if he comes himself."""
    return at.by.person if at.by.role in OFFICERS else None
