"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class ServiceUnknown(Invalid):
    service: str


@dataclass(kw_only=True)
class DocumentsMissing(Conflict):
    documents: list[str]


@dataclass(kw_only=True)
class CorrectionAlreadyRequested(Conflict):
    """All defects are told at once (ALL art. 32), so a second notice is for new papers only."""

    places: list[str]


@dataclass(kw_only=True)
class CorrectionIncomplete(Invalid):
    places: list[str]
