"""Where a case stands (domain.md §7.2)."""

from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """``NEW`` is the case before its first event; it is never stored."""

    NEW = "new"
    PAYMENT_PENDING = "payment_pending"
    SUBMITTED = "submitted"
    CORRECTION_REQUESTED = "correction_requested"
    NOT_ACCEPTED = "not_accepted"
    ACCEPTED = "accepted"
    ON_SITE_REQUIRED = "on_site_required"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    REFUSED = "refused"
    IN_PRODUCTION = "in_production"
    READY_TO_SEND = "ready_to_send"
    IN_POST = "in_post"
    RETURNED = "returned"
    READY_FOR_PICKUP = "ready_for_pickup"
    DELIVERED = "delivered"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


FINAL: Final = frozenset(
    {Stage.NOT_ACCEPTED, Stage.REFUSED, Stage.COMPLETED, Stage.WITHDRAWN, Stage.LAPSED}
)
OPEN: Final = frozenset(Stage) - FINAL - {Stage.NEW}
UNDECIDED: Final = frozenset({Stage.ACCEPTED, Stage.IN_REVIEW})
"""The stages in which the statutory clock may run (domain.md §6.1 G7)."""
