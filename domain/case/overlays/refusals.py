"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class GreenProofMissing(Conflict):
    """The duty leader rests on papers, and the applicant has handed in none for it."""


@dataclass(kw_only=True)
class ServiceStaysHere(Conflict):
    """No article lets another prefecture do it, as of vehicles (124 art. 44)."""

    service: str


@dataclass(kw_only=True)
class ConsentNotNeeded(Conflict):
    """Inside a prefecture a duty leader transfers the case without asking the applicant."""

    office: str


@dataclass(kw_only=True)
class ReceivingWindowClosed(Conflict):
    """The window of the office that is to receive the case is closed itself."""

    office: str


@dataclass(kw_only=True)
class AnotherOffer(Conflict):
    """Another office is offered meanwhile: ``to_office``."""

    to_office: str


@dataclass(kw_only=True)
class PapersNotOfAnOfficer(Invalid):
    """An officer asks for somebody else, and has no papers of his."""
