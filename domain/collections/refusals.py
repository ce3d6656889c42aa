"""Why money of the post is not put down as paid over."""

from dataclasses import dataclass

from domain.refusal import Conflict


@dataclass(kw_only=True)
class CollectionAmountDiffers(Conflict):
    """The post pays over what it has collected, and no other sum."""

    expected_fen: int


@dataclass(kw_only=True)
class CollectionSettledBefore(Conflict):
    """It was paid over by the statement of another number."""

    statement_no: str
