"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class GreenProofMissing(Conflict):
    """The duty leader rests on papers, and the applicant has handed in none for it."""


@dataclass(kw_only=True)
class PapersNotOfAnOfficer(Invalid):
    """An officer asks for somebody else, and has no papers of his."""
