"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict


@dataclass(kw_only=True)
class DeadlineNotPassed(Conflict):
    clock: str


@dataclass(kw_only=True)
class ReliefNotLater(Conflict):
    """A relief may move a deadline to a later day, and never to an earlier one."""
