"""The reliefs that the announcement of 23 February 2020 tells of, in its own words.

It extends terms "suitably" and "uniformly" during the epidemic, and names no number of days and
no end. So each is an open suspension from 25 January on, when the province was put on the first
level of response: whoever let a day pass since then could not help it.

The announcement tells of them among what the vehicle office of Zhengzhou offers, and says that
the traffic police will extend. That they hold in the whole province is our reading. It names
renewal "and the like", and what is overdue "for reasons such as": that the review and the medical
certificate are among them is our reading too.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from domain.calendar import OFFICE_ZONE
from domain.clocks.clock import Clock
from domain.people import Actor, Role
from domain.reliefs.commands import AnnounceRelief
from domain.reliefs.kind import ReliefBody, ReliefMode

_HEADQUARTERS: Final = Actor(Role.HQ, "town-headquarters")
_AT: Final = datetime(2020, 2, 23, 10, tzinfo=OFFICE_ZONE)
_FIRST: Final = date(2020, 1, 25)
_TEXTS: Final[tuple[tuple[str, tuple[Clock, ...]], ...]] = (
    (
        "驾驶人考试可延期办理，对已在网上申请预约办理的，可以自主选择取消预约，"
        "取消考试不计入考试次数，也不影响下次考试预约排序",
        (Clock.EXAM_CANCEL,),
    ),
    (
        "驾驶证换证等期限适当延长",
        (
            Clock.LIC_RENEW,
            Clock.LIC_RENEW_ONLINE,
            Clock.LIC_REVIEW,
            Clock.LIC_MEDICAL,
            Clock.LIC_MEDICAL_C5,
        ),
    ),
    (
        "对因逾期未换证、逾期未体检等原因，导致驾驶证可能被注销的，"
        "公安交管部门将统一延长注销期限，切实保障群众合法权益",
        (Clock.LIC_CANCEL_RENEW, Clock.LIC_CANCEL_MEDICAL),
    ),
    (
        "疫情防控期间，已在互联网预选了号牌号码但未及时办理机动车登记的，"
        "预选号码有效期延长，疫情结束后可以继续办理登记",
        (Clock.PRESELECT_HOLD,),
    ),
    (
        "学习驾驶证明有效期到期的，统一延长有效期限，群众可选择在疫情结束后继续学习驾驶，"
        "保障学车考证权益",
        (Clock.LEARNER_PERMIT,),
    ),
)


class Announcement(NamedTuple):
    """A relief, by whom it is announced, and at which instant."""

    at: datetime
    command: AnnounceRelief
    by: Actor


def announcements() -> Iterator[Announcement]:
    """All of them, in the order of the text."""
    for text, clocks in _TEXTS:
        command = AnnounceRelief(
            mode=ReliefMode.SUSPEND,
            clocks=clocks,
            first=_FIRST,
            body=ReliefBody.HEADQUARTERS,
            text=text,
        )
        yield Announcement(_AT, command, _HEADQUARTERS)
