"""Why a command of this chapter is not carried out."""

from dataclasses import dataclass

from domain.refusal import Conflict


@dataclass(kw_only=True)
class NoLongerHeld(Conflict):
    """The number or the place that the case held is free for others, so it cannot begin anew."""

    service: str
