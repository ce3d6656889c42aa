"""The closed lists of this chapter."""

from typing import Final

from domain.choice import Choice
from domain.clocks.clock import Clock


class DeadlineMeasure(Choice):
    """What is done about it."""

    TAKEN_UP = "taken_up", "已安排立即办理", "it is being done now"
    REASSIGNED = "reassigned", "已调整经办人员", "another officer does it"
    HELP_GIVEN = "help_given", "已增派人员", "more officers were put on it"
    POST_ASKED = "post_asked", "已向邮政企业查询", "the post was asked"
    OTHERS_ASKED = "others_asked", "已催办外部单位", "another body was asked to hurry"


WARNED_OF: Final[frozenset[str]] = frozenset(
    {
        Clock.ACCEPT_1,
        Clock.DECIDE,
        Clock.DELIVER_10,
        Clock.POST_HANDOVER,
        Clock.POST_TRANSIT,
        Clock.VIO_ANSWER,
        Clock.EXAM_RECORD,
    }
)
"""What offices have to do in time. Nothing ends by itself when such a day is over."""
OF_ONE_DAY: Final[frozenset[str]] = frozenset(
    {Clock.ACCEPT_1, Clock.POST_HANDOVER, Clock.EXAM_RECORD}
)
"""Their day is always the next working day, which needs no warning."""
