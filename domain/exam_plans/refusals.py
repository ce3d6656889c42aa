"""Why the plan of an examination is not made or changed."""

from dataclasses import dataclass
from datetime import date

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class NoExamSite(Invalid):
    """No examinations are held there. ``choices`` are the sites that the officer may plan."""

    site: str
    choices: list[str]


@dataclass(kw_only=True)
class ExamSiteOfOthers(Forbidden):
    """Another office plans the examinations of this site."""

    site: str


@dataclass(kw_only=True)
class ExamPlanAddressDiffers(Invalid):
    """The address names another examination than the body, which is that of ``plan``."""

    plan: str


@dataclass(kw_only=True)
class ExamPlanTooLate(Invalid):
    """An examination is announced so early that learners can book it."""

    earliest: date


@dataclass(kw_only=True)
class ExamSiteClosed(Conflict):
    """By what the prefecture has decided no examination is held there on that day."""

    site: str
    on: date


@dataclass(kw_only=True)
class CancelReasonOfOthers(Invalid):
    """That is no reason for whoever cancels. ``choices`` are those that he may give."""

    choices: list[str]
