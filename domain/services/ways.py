"""The handling ways 办理方式: by which channel who may apply, when, where and for what.

The announcement of 23 February 2020 names them: 应急办、网上办、手机办、自助办、延期办、延时办,
beside the window. Every application records one, its channel. For which services each is, and
at which hours, the announcement does not say: that is a choice of this service.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, NamedTuple

from domain.calendar import Calendar
from domain.choice import Choice
from domain.people import Role
from domain.services.archetype import Archetype
from domain.services.choices import Channel

CITIZENS: Final = frozenset({Role.APPLICANT, Role.PARTNER})
OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
"""Who sits at a counter."""
_MACHINE: Final = frozenset({Archetype.DOCUMENT, Archetype.RECORD, Archetype.PENALTY})
_PUT_OFF: Final = frozenset({Archetype.DEFERRAL})
_EVERYTHING: Final = frozenset(Archetype)


class WayHours(Choice):
    """At which time an application may come in."""

    ANY_TIME = "any_time", "全天", "at any time"
    OFFICE_HOURS = "office_hours", "工作日办公时间", "in the hours of the office"
    OTHER_HOURS = "other_hours", "办公时间以外", "outside the hours of the office"


class WayPlace(Choice):
    """From which place an application may come in."""

    ANYWHERE = "anywhere", "不限地点", "from anywhere"
    MACHINE = "machine", "自助终端", "at a self-service machine"
    OPEN_WINDOW = "open_window", "已恢复该业务的窗口", "at a window that is open for the service"
    ANY_WINDOW = "any_window", "窗口（含暂停业务的窗口）", "at a window, also while it is suspended"


class WayRule(Choice):
    """Which rule of its way an application does not keep."""

    WHO = "who", "您无权使用该办理渠道", "this channel is not yours"
    WHEN = "when", "当前不在该渠道受理时间内", "nothing is taken by this channel at this time"
    WHICH = "which", "该渠道不办理此业务", "this channel is not for this service"


class Way(NamedTuple):
    """``by`` are the roles that may use it, and ``serves`` the kinds of service. ``named``: the
    role alone does not prove it, so a token must name it.
    """

    by: frozenset[Role]
    when: WayHours
    where: WayPlace
    serves: frozenset[Archetype] = _EVERYTHING
    named: bool = False


WAYS: Final[Mapping[Channel, Way]] = MappingProxyType(
    {
        Channel.ONLINE_WEB: Way(CITIZENS, WayHours.ANY_TIME, WayPlace.ANYWHERE),
        Channel.ONLINE_APP: Way(CITIZENS, WayHours.ANY_TIME, WayPlace.ANYWHERE),
        Channel.SELF_SERVICE: Way(
            frozenset({Role.PARTNER}), WayHours.ANY_TIME, WayPlace.MACHINE, _MACHINE, named=True
        ),
        Channel.WINDOW: Way(OFFICERS, WayHours.OFFICE_HOURS, WayPlace.OPEN_WINDOW),
        Channel.EXTENDED_HOURS_WINDOW: Way(OFFICERS, WayHours.OTHER_HOURS, WayPlace.OPEN_WINDOW),
        Channel.EMERGENCY: Way(OFFICERS, WayHours.ANY_TIME, WayPlace.ANY_WINDOW),
        Channel.DEFERRED: Way(OFFICERS, WayHours.ANY_TIME, WayPlace.ANY_WINDOW, _PUT_OFF),
    }
)


def ways_of(role: Role, named: frozenset[Channel] = frozenset()) -> frozenset[Channel]:
    """The channels of whoever has the role and whose token names these, or else names none."""
    open_to = frozenset(channel for channel, way in WAYS.items() if role in way.by)
    if named:
        return open_to & named
    return frozenset(channel for channel in open_to if not WAYS[channel].named)


def broken(
    channel: Channel, by: Role, serves: Archetype, now: datetime, calendar: Calendar
) -> WayRule | None:
    """The first rule of its way that an application does not keep. Whether a window is open, the
    decisions of its prefecture say.
    """
    way = WAYS[channel]
    if by not in way.by:
        return WayRule.WHO
    if serves not in way.serves:
        return WayRule.WHICH
    if way.when is WayHours.ANY_TIME:
        return None
    in_time = calendar.is_at_work(now) is (way.when is WayHours.OFFICE_HOURS)
    return None if in_time else WayRule.WHEN
