"""What was paid for a fine goes back when the decision on it falls."""

from collections.abc import Iterable
from typing import Final

from domain.orders.commands import RefundOrder
from domain.orders.state import order_of
from domain.penalties.events import PenaltyRevoked
from domain.reaction import Cause, Consequence, Reaction


def _goes_back(cause: Cause[PenaltyRevoked]) -> Iterable[Consequence]:
    """A fine that was paid at a counter of a bank is given back by the treasury."""
    revoked = cause.event
    if revoked.paid_in and revoked.refund_fen:
        refund = RefundOrder(amount_fen=revoked.refund_fen)
        yield Consequence(order_of(revoked.paid_in), refund)


FINE_GOES_BACK: Final = Reaction(name="fine_goes_back", on=PenaltyRevoked, then=_goes_back)
