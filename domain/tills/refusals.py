"""Why a till is not counted or not closed."""

from dataclasses import dataclass

from domain.refusal import Forbidden, Invalid


@dataclass(kw_only=True)
class TillOfAnother(Forbidden):
    """An officer counts what he took himself."""


@dataclass(kw_only=True)
class CountedByOneself(Forbidden):
    """Whoever took and counted the money does not close its books (Accounting Law art. 37)."""


@dataclass(kw_only=True)
class DifferenceUnexplained(Invalid):
    """What was counted is not what the books say, and no cause was named.

    Counted less booked, in fen: below 0 money is missing.
    """

    cash_difference_fen: int
    card_difference_fen: int
