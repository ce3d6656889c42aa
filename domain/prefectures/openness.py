"""Whether a service is open at an office on a day, why, since when and by which decision."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from domain.choice import Choice
from domain.offices.business import WindowBusiness, WindowGroup, is_done_at
from domain.offices.office import OfficeRecord
from domain.prefectures.matrix import opened
from domain.prefectures.readings import READINGS, Readings
from domain.prefectures.source import Source
from domain.prefectures.state import OfficeDecided, Prefecture
from domain.prefectures.step import Step


class Why(Choice):
    """Why a window is open or closed."""

    NEVER_SUSPENDED = "never_suspended", "窗口业务未暂停", "it was never suspended"
    STEP = "step", "已按恢复步骤开放", "the step of reopening opens it"
    LISTED = "listed", "已列入本市第三步恢复清单", "the prefecture listed it for the third step"
    DECIDED = "decided", "本市已决定开放", "the prefecture decided to open it"
    SUSPENDED = "suspended", "窗口业务暂停", "window business is suspended"
    STEP_NOT_REACHED = "step_not_reached", "尚未恢复到相应步骤", "its step has not been reached"
    NOT_LISTED = (
        "not_listed",
        "未列入本市第三步恢复清单",
        "the prefecture has not listed it for the third step",
    )
    COUNTY_UNDECIDED = (
        "county_undecided",
        "县级车管所恢复时间由省辖市另行决定",
        "the prefecture has not reopened this county office",
    )
    NOT_DECIDED = "not_decided", "未列入本市决定恢复的业务", "the decision does not name it"
    CLOSED_AGAIN = "closed_again", "本市已决定暂停", "the prefecture decided to close it"
    NOT_DONE_HERE = "not_done_here", "该机构不办理此项业务", "it is not done at this office"


class Openness(NamedTuple):
    """``since`` is the first day from which it has been so without a break.

    ``decision`` took effect on that day. Both are lacking where nothing was ever decided, and the
    day where it was decided before decisions had days.
    """

    open: bool
    why: Why
    since: date | None
    decision: Source | None


class _Verdict(NamedTuple):
    open: bool
    why: Why
    source: Source | None


def openness(
    prefecture: Prefecture,
    office: OfficeRecord,
    service: WindowBusiness | WindowGroup,
    day: date,
    readings: Readings | None = None,
) -> Openness:
    """What people are told of a service, or of a whole group of services. It is pure."""
    ruling = _judged(prefecture, office, service, day, readings)
    since, source = None, ruling.source
    for earlier in _days(prefecture, day):
        found = _judged(prefecture, office, service, earlier, readings)
        if found.open is not ruling.open or found.source is None:
            break
        since, source = earlier, found.source
    return Openness(ruling.open, ruling.why, since, source)


def open_on(
    prefecture: Prefecture, office: OfficeRecord, service: WindowBusiness | WindowGroup, day: date
) -> bool:
    """Whether it is open. What is done there is, until class, suspension or decision closes it."""
    return _judged(prefecture, office, service, day, None).open


def _days(prefecture: Prefecture, day: date) -> list[date]:
    """The days up to this one on which a decision takes effect, the last one first."""
    days = {each.effective_on for each in prefecture.taken}
    days.update(each.effective_on for each in prefecture.lists)
    days.update(each.effective_on for each in prefecture.offices)
    days.update(each.effective_on for each in prefecture.classes if each.source.effective_on)
    return sorted((each for each in days if each <= day), reverse=True)


def _judged(
    prefecture: Prefecture,
    office: OfficeRecord,
    service: WindowBusiness | WindowGroup,
    day: date,
    readings: Readings | None,
) -> _Verdict:
    readings = readings or READINGS.on(day)
    business = service if isinstance(service, WindowBusiness) else WindowBusiness(service, service)
    group = readings.group(business)
    if not is_done_at(office.kind, business, group):
        return _Verdict(False, Why.NOT_DONE_HERE, None)
    asked = {business.code, str(group)}
    own = prefecture.own(office.county_code or office.id, day)
    if own and asked.intersection(own.services):
        return _Verdict(True, Why.DECIDED, own.source)
    if office.county_code:
        return _county(prefecture, own, day)
    held = prefecture.step_decided(day)
    if held is None:
        return _closed(own) if own else _Verdict(True, Why.NEVER_SUSPENDED, None)
    if opened(held.step, office.kind, group, readings):
        return _Verdict(True, Why.STEP, held.source)
    if held.step is Step.THIRD:
        return _by_list(prefecture, asked, held.source, day)
    if own:
        return _closed(own)
    why = Why.SUSPENDED if held.step is Step.SUSPENDED else Why.STEP_NOT_REACHED
    return _Verdict(False, why, held.source)


def _county(prefecture: Prefecture, own: OfficeDecided | None, day: date) -> _Verdict:
    """A county office follows no step, only a decision on itself."""
    if own:
        return _closed(own)
    suspended = prefecture.suspended(day)
    if suspended is None:
        return _Verdict(True, Why.NEVER_SUSPENDED, None)
    return _Verdict(False, Why.COUNTY_UNDECIDED, suspended.source)


def _by_list(prefecture: Prefecture, asked: Collection[str], step: Source, day: date) -> _Verdict:
    listed = prefecture.listed(day)
    if listed and not set(asked).isdisjoint(listed.services):
        return _Verdict(True, Why.LISTED, max(listed.source, step, key=_first_day))
    return _Verdict(False, Why.NOT_LISTED, step)


def _first_day(source: Source) -> date:
    return source.effective_on or date.min


def _closed(own: OfficeDecided) -> _Verdict:
    return _Verdict(False, Why.NOT_DECIDED if own.services else Why.CLOSED_AGAIN, own.source)
