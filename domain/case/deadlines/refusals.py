"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class DeadlineNotPassed(Conflict):
    clock: str


@dataclass(kw_only=True)
class BasisOfWindows(Invalid):
    """A decision about windows holds and releases cases by itself, and nobody does it for it."""
