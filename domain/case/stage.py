"""Where a case stands. docs/rules.md describes each stage."""

from typing import Final

from domain.choice import Choice


class Stage(Choice):
    """The stages. ``NEW`` is the case before its first event, and is never stored."""

    NEW = "new", "尚未提交", "Not yet submitted"
    PAYMENT_PENDING = "payment_pending", "待缴费", "Awaiting payment"
    SUBMITTED = "submitted", "已提交，待受理", "Submitted"
    CORRECTION_REQUESTED = "correction_requested", "待补正", "Correction needed"
    NOT_ACCEPTED = "not_accepted", "不予受理", "Not accepted"
    CHOOSING_NUMBER = "choosing_number", "选号中", "Choosing a number"
    NUMBER_RESERVED = "number_reserved", "已预选号牌，待办理登记", "Number reserved"
    ACCEPTED = "accepted", "已受理", "Accepted"
    ON_SITE_REQUIRED = "on_site_required", "转现场办理", "To be handled at the window"
    FACTS_SHOWN = "facts_shown", "已告知，待处理", "Facts shown"
    DISPUTED = "disputed", "陈述申辩复核中", "Statement being looked at"
    DECIDED = "decided", "已作出处罚决定，待送达", "Penalty decided"
    IN_REVIEW = "in_review", "审核中", "Under review"
    APPROVED = "approved", "准予办理", "Approved"
    REFUSED = "refused", "不予办理", "Refused"
    IN_PRODUCTION = "in_production", "制证中", "In production"
    READY_TO_SEND = "ready_to_send", "待交寄", "Ready to post"
    IN_POST = "in_post", "寄递中", "In the post"
    RETURNED = "returned", "邮件退回", "Returned to the office"
    READY_FOR_PICKUP = "ready_for_pickup", "待领取", "Ready for pick-up"
    DELIVERED = "delivered", "已送达", "Delivered"
    COMPLETED = "completed", "办结", "Completed"
    WITHDRAWN = "withdrawn", "已撤回", "Withdrawn"
    LAPSED = "lapsed", "逾期终止", "Lapsed"


FINAL: Final = frozenset(
    {Stage.NOT_ACCEPTED, Stage.REFUSED, Stage.COMPLETED, Stage.WITHDRAWN, Stage.LAPSED}
)
OPEN: Final = frozenset(Stage) - FINAL - {Stage.NEW}
UNDECIDED: Final = frozenset({Stage.ACCEPTED, Stage.IN_REVIEW})
"""The stages in which the statutory clock may run."""
UNDER_REVIEW: Final = frozenset({Stage.IN_REVIEW, Stage.ON_SITE_REQUIRED})
"""The stages in which a case may be in the hands of a reviewer who has not decided yet."""
NOT_YET_MADE: Final = frozenset(
    {
        Stage.PAYMENT_PENDING,
        Stage.SUBMITTED,
        Stage.CORRECTION_REQUESTED,
        Stage.ACCEPTED,
        Stage.ON_SITE_REQUIRED,
        Stage.IN_REVIEW,
        Stage.APPROVED,
        Stage.IN_PRODUCTION,
    }
)
"""The stages before there is a document that could be handed out."""
MAY_GO_FIRST: Final = OPEN - {Stage.IN_POST, Stage.DELIVERED}
"""The stages in which it helps to go before others. The post knows no green channel."""
ASKS_AGAIN: Final = NOT_YET_MADE - {Stage.PAYMENT_PENDING}
"""The stages in which a fee that is owed again may be paid online: nobody collects it yet."""
WITHDRAWABLE: Final = frozenset(
    {
        Stage.PAYMENT_PENDING,
        Stage.SUBMITTED,
        Stage.CORRECTION_REQUESTED,
        Stage.ACCEPTED,
        Stage.ON_SITE_REQUIRED,
        Stage.IN_REVIEW,
    }
)
"""The stages in which the applicant may withdraw, or may ask to."""
MOVABLE: Final = WITHDRAWABLE - {Stage.PAYMENT_PENDING}
"""The stages in which another prefecture could go on: nobody has decided, and no order is open."""
DECIDED: Final = frozenset({Stage.REFUSED, Stage.NOT_ACCEPTED, Stage.COMPLETED, Stage.LAPSED})
"""The ends of a case against which there are remedies."""
