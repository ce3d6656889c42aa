"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict


@dataclass(kw_only=True)
class OldDocumentOpen(Conflict):
    """The old document is neither returned nor declared lost."""


@dataclass(kw_only=True)
class FeeOpen(Conflict):
    payable_fen: int
