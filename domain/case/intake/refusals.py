"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Forbidden, Invalid


@dataclass(kw_only=True)
class ServiceUnknown(Invalid):
    service: str


@dataclass(kw_only=True)
class ServiceNotOpen(Conflict):
    """The service is declared, and no way leads to its end yet. Nobody knows when one will."""

    service: str


@dataclass(kw_only=True)
class HandlingWayUnfit(Invalid):
    """Nobody takes this application in by this channel, or not now. ``rule`` says which it is."""

    channel: str
    rule: str


@dataclass(kw_only=True)
class WindowClosedForService(Conflict):
    """The window does not do it today. ``reason`` says why, and ``choices`` are the open offices
    that have the power, the nearest first.
    """

    office: str
    service: str
    reason: str
    choices: list[str]


@dataclass(kw_only=True)
class NoSuchWindow(Invalid):
    """An office of this kind has no window, or it is not of the officer's own."""

    office: str


@dataclass(kw_only=True)
class CountyOfficeLimit(Invalid):
    """A county office may not do it (124 art. 2). ``choices`` are offices that may."""

    office: str
    choices: list[str]


@dataclass(kw_only=True)
class LeaderMustApprove(Forbidden):
    """Only a duty leader lets a case into the green channel, and says why."""


@dataclass(kw_only=True)
class DocumentsMissing(Conflict):
    documents: list[str]


@dataclass(kw_only=True)
class CorrectionAlreadyRequested(Conflict):
    """All defects are told at once (ALL art. 32), so a second notice is for new papers only."""

    places: list[str]


@dataclass(kw_only=True)
class CorrectionCannotBeSupplied(Invalid):
    """The applicant could not answer these places. ``choices`` are those of this case."""

    places: list[str]
    choices: list[str]


@dataclass(kw_only=True)
class DefectToldTwice(Invalid):
    places: list[str]


@dataclass(kw_only=True)
class RightOfficeIsThisOne(Invalid):
    """Whoever declines for want of power names another office (ALL art. 32)."""

    office: str


@dataclass(kw_only=True)
class OnSiteReasonUnfit(Invalid):
    """The service knows no such visit. ``choices`` are the reasons that it knows."""

    reason: str
    choices: list[str]


@dataclass(kw_only=True)
class CorrectionIncomplete(Invalid):
    places: list[str]
