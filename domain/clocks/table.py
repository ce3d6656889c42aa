"""The clocks that have one term each. What is only practice says so; the rest is law."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.terms import Days, Months, Term, WorkingDays, Years, deadline
from domain.dated import Dated, Rule

PRACTICE: Final = "office practice"
PLATFORM: Final = "platform practice"
OPINIONS: Final = "《关于加强和改进机动车检验工作的意见》第十一条"

_FULL_POINTS: Final = "139, remembered; a city's notice of 2017"
_PLATFORM_SINCE: Final = date(2016, 1, 1)
_OPINIONS_OF_2014: Final = date(2014, 9, 1)
_ORDER_124: Final = date(2012, 9, 12)
_ORDER_139: Final = date(2016, 4, 1)
_ORDER_164: Final = date(2022, 5, 1)
_ORDER_105: Final = date(2009, 4, 1)
_ORDER_157: Final = date(2020, 5, 1)
_LICENSING_LAW: Final = date(2004, 7, 1)
_RECONSIDERATION_LAW: Final = date(1999, 10, 1)
_SAFETY_REGULATIONS: Final = date(2004, 5, 1)
_LITIGATION_LAW: Final = date(2015, 5, 1)


def _dated(*clocks: Dated[Term]) -> Mapping[Clock, Dated[Term]]:
    return MappingProxyType({Clock(clock.code): clock for clock in clocks})


def _one(clock: Clock, term: Term, since: date, basis: str) -> Dated[Term]:
    return Dated(clock, Rule(term, since, basis))


TERMS: Final = _dated(
    _one(Clock.ACCEPT_1, WorkingDays(1), _PLATFORM_SINCE, PLATFORM),
    _one(Clock.CORRECTION_NOTICE, WorkingDays(5), _LICENSING_LAW, "ALL:32"),
    _one(Clock.CORRECTION_REPLY, WorkingDays(15), _PLATFORM_SINCE, PRACTICE),
    _one(Clock.DELIVER_10, WorkingDays(10), _LICENSING_LAW, "ALL:44"),
    _one(Clock.POST_HANDOVER, WorkingDays(1), _PLATFORM_SINCE, PRACTICE),
    _one(Clock.PICKUP_HOLD, Months(1), _PLATFORM_SINCE, PRACTICE),
    _one(Clock.RETURN_HOLD, Days(90), _PLATFORM_SINCE, PRACTICE),
    _one(Clock.RECON_APPLY, Days(60), _RECONSIDERATION_LAW, "ARL:9"),
    _one(Clock.RECON_ACCEPT, WorkingDays(5), _RECONSIDERATION_LAW, "ARL:17, 40"),
    _one(Clock.RECON_DECIDE, Days(60), _RECONSIDERATION_LAW, "ARL:31"),
    _one(Clock.RECON_EXTENDED, Days(30), _RECONSIDERATION_LAW, "ARL:31"),
    _one(Clock.SUIT, Months(6), _LITIGATION_LAW, "LITIGATION:46"),
    _one(Clock.BAN_FALSE, Years(1), _ORDER_139, "162:93, 164:80, and before them as practice"),
    _one(Clock.BAN_FRAUD, Years(3), _SAFETY_REGULATIONS, "RTSR:103"),
    Dated[Term](
        Clock.TEMP_PLATE_REISSUE,
        Rule(Days(15), _ORDER_124, "124:44", date(2022, 4, 30)),
        Rule(Days(15), _ORDER_164, "164:51"),
    ),
    _one(Clock.INSP_DUE, Days(0), _SAFETY_REGULATIONS, "RTSR:16"),
    _one(Clock.INSP_EXEMPT, Days(0), _OPINIONS_OF_2014, OPINIONS),
    _one(Clock.TRANSFER_30, Days(30), _ORDER_124, "164:25, and before it as practice"),
    _one(Clock.SCRAP_NOTICE, Months(-2), _SAFETY_REGULATIONS, "RTSR:9"),
    _one(Clock.BLACKLIST, Years(2), _PLATFORM_SINCE, PLATFORM),
    _one(Clock.LIC_RENEW_OPEN, Days(-90), _ORDER_139, "139:57"),
    _one(Clock.LIC_RENEW, Days(0), _ORDER_139, "139:57"),
    _one(Clock.LIC_RENEW_ONLINE, Months(11), _PLATFORM_SINCE, PLATFORM),
    _one(Clock.LIC_CANCEL_RENEW, Years(1), _ORDER_139, "139:77(1)7"),
    _one(Clock.LIC_RESTORE, Years(2), _ORDER_139, "139:77"),
    _one(Clock.LIC_REVIEW, Days(30), _ORDER_139, "139:70"),
    _one(Clock.LIC_MEDICAL, Days(30), _ORDER_139, "139:72"),
    _one(Clock.LIC_MEDICAL_C5, Days(30), _ORDER_139, "139:72"),
    _one(Clock.LIC_CANCEL_MEDICAL, Years(1), _ORDER_139, "139:77(1)8"),
    _one(Clock.MEDICAL_CERT, Months(6), _ORDER_139, "162:85, and before it as practice"),
    _one(Clock.PHOTO, Months(6), _PLATFORM_SINCE, "GA 482-2012 5.2.3"),
    _one(Clock.LIC_CHANGE_30, Days(30), _ORDER_139, "139:60"),
    _one(Clock.CONTACT_30, Days(30), _ORDER_139, "139:80"),
    _one(Clock.DEFER_APPLY, Months(-1), _PLATFORM_SINCE, PLATFORM),
    _one(Clock.DEFER_END, Years(3), _ORDER_139, "139:73"),
    _one(Clock.FULL_POINTS_15, Days(15), _ORDER_139, _FULL_POINTS),
    _one(Clock.PROBATION, Months(12), _SAFETY_REGULATIONS, "RTSR:22"),
    _one(Clock.OVERAGE_60, Years(60), _ORDER_139, "139:59"),
    _one(Clock.OVERAGE_70, Years(70), _ORDER_139, "139:59"),
    _one(Clock.OVERAGE_NOTICE, Days(30), _ORDER_139, PRACTICE),
    _one(Clock.LEARNER_PERMIT, Years(3), _ORDER_139, "139:38"),
    _one(Clock.RETEST_WAIT, Days(10), _ORDER_139, "162:47, and before it as practice"),
    _one(Clock.EXAM_RESULT, WorkingDays(-3), _ORDER_139, PLATFORM),
    _one(Clock.EXAM_RECORD, WorkingDays(1), _PLATFORM_SINCE, PLATFORM),
    _one(Clock.EXAM_CANCEL, Days(-1), _ORDER_139, "162:46, and before it as practice"),
    Dated[Term](
        Clock.VIO_ENTER,
        Rule(WorkingDays(10), _ORDER_105, "105:19", date(2020, 4, 30)),
        Rule(WorkingDays(5), _ORDER_157, "157:19"),
    ),
    Dated[Term](
        Clock.VIO_PUBLISH,
        Rule(WorkingDays(3), _ORDER_105, "105:20", date(2020, 4, 30)),
        Rule(Days(0), _ORDER_157, "157:20"),
    ),
    _one(Clock.VIO_COME, WorkingDays(15), _ORDER_105, "157:46, 81, and before it as practice"),
    _one(Clock.VIO_COME_CAMERA, Days(30), _ORDER_105, "157:20, and before it as practice"),
    _one(Clock.VIO_ANSWER, WorkingDays(5), _ORDER_105, "157:5, and before it as practice"),
    _one(Clock.VIO_POSTPONED, Months(3), _ORDER_105, "157:53, and before it as practice"),
)


def due(clock: Clock, start: date, *, judged_on: date, calendar: Calendar) -> date:
    """The last day of the clock. A clock that opens a period (``*_OPEN``, ``*_WAIT``) has a first.

    ``judged_on`` chooses the rule: it is the day of acceptance, or before that the day of
    submission. ``start`` is the day of the act, the expiry, or the end of the cycle from
    which the clock counts. Raises ``KeyError`` for a clock that is not in ``TERMS``.
    """
    return deadline(start, TERMS[clock].on(judged_on), calendar)
