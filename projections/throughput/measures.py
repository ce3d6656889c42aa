"""The names of what is counted of a case: the last part of a figure's key.

Most name a deed. A move ``BEFORE>AFTER`` goes from one stage to another; ``STAGE>`` leaves
for another office or for the green channel, and ``>STAGE`` comes from there. A name with a
colon counts by kind, or by the bucket of a duration.
"""

from collections.abc import Mapping
from typing import Final

from domain.case.stage import Stage

ACCEPTED: Final = "accepted"
ACCEPTED_LATE: Final = "accepted_late"
DECIDED: Final = "decided"
DECIDED_LATE: Final = "decided_late"
DECIDED_AGAINST: Final = "decided_against"
CORRECTED: Final = "corrected"
HANDED_OVER: Final = "handed_over"
POSTED_AGAIN: Final = "posted_again"
RETURNED: Final = "returned"
DELIVERED: Final = "delivered"
PICKED_UP: Final = "picked_up"

GREEN: Final = "green"
REFUSED_FOR: Final = "refused_for"
CORRECTED_FOR: Final = "corrected_for"
RETURNED_FOR: Final = "returned_for"
EXTENDED: Final = "extended"
"""These are counted by kind: of the green channel, of the ground, of the defect, of why the post
could not deliver, of the clock."""

HANDLE_SECONDS: Final = "handle_seconds"
"""The working time of all decisions together, in seconds."""

APPOINTMENT_KEPT: Final = "appointment_kept"
APPOINTMENT_MISSED: Final = "appointment_missed"
EXAM_PASSED: Final = "exam_passed"
EXAM_FAILED: Final = "exam_failed"
EXAM_ABSENT: Final = "exam_absent"
EXAM_CANCELLED_EPIDEMIC: Final = "exam_cancelled_epidemic"
EXAM_CALLED: Final = (EXAM_PASSED, EXAM_FAILED, EXAM_ABSENT)
"""Whoever had a place in an examination that was held. Absence counts as not passed."""

NUMBER_RESERVED: Final = "reserved_number"
SUBMITTED_CORRECTED: Final = "submitted_corrected"
CORRECTED_ONCE: Final = "corrected_once"
DELIVERED_FIRST_POST: Final = "delivered_first_post"
RETURNED_FIRST_POST: Final = "returned_first_post"
REPOSTED: Final = "reposted"
RESERVED_CONFIRMED: Final = "reserved_confirmed"
RESERVED_LAPSED: Final = "reserved_lapsed"
HANDLER_NAMED: Final = "handler_named"
"""Parts of those who began on a day. They count on that day."""

SUBMITTED_PENDING: Final = "submitted_pending"
CORRECTED_PENDING: Final = "corrected_pending"
HANDED_OVER_PENDING: Final = "handed_over_pending"
RETURNED_PENDING: Final = "returned_pending"
RESERVED_PENDING: Final = "reserved_pending"
HANDLER_PENDING: Final = "handler_pending"
"""Those who began on a day, and of whom it is not known yet."""

WAITING: Final = "waiting"
"""The cases in hand, by the day of their submission."""
DUE: Final = "due"
"""The cases in hand that are not held, by the day for which they wait."""

ON_HOLD: Final = "on_hold"
"""The cases in hand that are held, by the day of their submission."""

CHANGING: Final = frozenset(
    {
        SUBMITTED_CORRECTED,
        CORRECTED_ONCE,
        DELIVERED_FIRST_POST,
        RETURNED_FIRST_POST,
        REPOSTED,
        RESERVED_CONFIRMED,
        RESERVED_LAPSED,
        HANDLER_NAMED,
        SUBMITTED_PENDING,
        CORRECTED_PENDING,
        HANDED_OVER_PENDING,
        RETURNED_PENDING,
        RESERVED_PENDING,
        HANDLER_PENDING,
        WAITING,
        DUE,
        ON_HOLD,
    }
)
"""What may change on a day that has passed. Everything else is counted for ever."""

MOVES: Final[Mapping[Stage, Mapping[Stage, str]]] = {
    before: {after: f"{before}>{after}" for after in Stage} for before in Stage
}
LEAVES: Final[Mapping[Stage, str]] = {stage: f"{stage}>" for stage in Stage}
COMES: Final[Mapping[Stage, str]] = {stage: f">{stage}" for stage in Stage}
