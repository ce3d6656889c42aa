"""Who announces an examination, when bookings end, and who cancels it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from domain.aggregate import Ref
from domain.calendar import start_of_day
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.clocks.table import PRACTICE
from domain.dated import Dated, Rule
from domain.exam_plans import commands, events
from domain.exam_plans.reason import ExamCancelReason
from domain.exam_plans.refusals import (
    CancelReasonOfOthers,
    ExamPlanAddressDiffers,
    ExamPlanTooLate,
    ExamSiteClosed,
    ExamSiteOfOthers,
    NoExamSite,
)
from domain.exam_plans.state import ExamPlan, ExamPlanStage, exam_plan_name, exam_plan_named
from domain.message import PassDeadline
from domain.offices.business import WindowGroup
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES, within
from domain.people import Role
from domain.prefectures.openness import open_on
from domain.prefectures.state import Prefecture
from domain.prefectures.windows import prefecture_of_window
from domain.refusal import NotAsThingsStand
from domain.services.blocks.appointment.examination import ExamSlot
from domain.timer import Timer

NOTICE: Final = Dated("exam_plan_notice", Rule(10, date(2016, 4, 1), PRACTICE))
"""So many days before the examination its plan is announced at the latest (162 art. 52, and before
it as practice)."""
BY_THE_SITE: Final = (ExamCancelReason.EPIDEMIC, ExamCancelReason.SITE)


def publish(
    current: ExamPlan, command: commands.PublishExamPlan, at: Circumstances
) -> Sequence[events.ExamPlanEvent]:
    """A plan is announced in time, by whoever is over the site, for a day on which it is open."""
    office = OFFICES.get(command.site)
    if office is None or office.kind is not OfficeKind.EXAM_SITE:
        raise NoExamSite(site=command.site, choices=_sites(at))
    if not _over(command.site, at):
        raise ExamSiteOfOthers(site=command.site)
    name = exam_plan_name(
        ExamSlot(
            command.site, command.exam_on, command.session, command.subject, command.exam_class
        )
    )
    if exam_plan_named(name) != at.stream:
        raise ExamPlanAddressDiffers(plan=name)
    if command.exam_on < (earliest := _earliest(at)):
        raise ExamPlanTooLate(earliest=earliest)
    if not _site_open(command.site, command.exam_on, at):
        raise ExamSiteClosed(site=command.site, on=command.exam_on)
    return [
        events.ExamPlanPublished(
            site=command.site,
            exam_on=command.exam_on,
            session=command.session,
            subject=command.subject,
            exam_class=command.exam_class,
            capacity=command.capacity,
            results_on=at.due(Clock.EXAM_RESULT, command.exam_on),
        )
    ]


def _earliest(at: Circumstances) -> date:
    """The first day for which an examination can still be announced, and then be booked.

    Behind a long holiday the results of an earlier one would be due already.
    """
    day = at.today + timedelta(days=NOTICE.on(at.today))
    while at.due(Clock.EXAM_RESULT, day) <= at.today:
        day += timedelta(days=1)
    return day


def timer(current: ExamPlan) -> Timer | None:
    """Bookings end when the day begins on which the results are public."""
    if current.stage is not ExamPlanStage.OPEN:
        return None
    return Timer(Clock.EXAM_RESULT.value, start_of_day(current.results_on))


def close(
    current: ExamPlan, command: PassDeadline, at: Circumstances
) -> Sequence[events.ExamPlanEvent]:
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise NotAsThingsStand(command=type(command).__name__)
    return [events.ExamPlanClosed()]


def fix_ranking(
    current: ExamPlan, command: commands.FixExamRanking, at: Circumstances
) -> Sequence[events.ExamPlanEvent]:
    return [
        events.ExamRankingFixed(
            applicants=command.applicants,
            placed=command.placed,
            last_since=command.last_since,
            last_serial=command.last_serial,
        )
    ]


def cancel(
    current: ExamPlan, command: commands.CancelExamPlan, at: Circumstances
) -> Sequence[events.ExamPlanEvent]:
    """Until its day is over, because power or equipment may fail while it is held. Whoever has his
    result by then keeps it. A site has no personal reasons.
    """
    if command.reason not in BY_THE_SITE:
        raise CancelReasonOfOthers(choices=[reason.value for reason in BY_THE_SITE])
    if at.today > current.exam_on:
        raise NotAsThingsStand(command=type(command).__name__)
    return [events.ExamPlanCancelled(reason=command.reason)]


def follow_site_opening(
    current: ExamPlan, command: commands.FollowSiteOpening, at: Circumstances
) -> Sequence[events.ExamPlanEvent]:
    """Nobody is examined at a closed site, and nobody is absent there. Prefectures close windows
    for the epidemic, so no learner loses his rank or an attempt (announcement of 2020-02-23).
    """
    if at.today > current.exam_on or _site_open(current.site, current.exam_on, at):
        return []
    return [events.ExamPlanCancelled(reason=ExamCancelReason.EPIDEMIC)]


def site_read(current: ExamPlan, command: commands.FollowSiteOpening) -> Iterable[Ref[Prefecture]]:
    return prefecture_of_window(current.site)


def _site_open(site: str, on: date, at: Circumstances) -> bool:
    return all(
        open_on(ref.state(at), OFFICES[site], WindowGroup.EXAM, on)
        for ref in prefecture_of_window(site)
    )


def over_the_site(current: ExamPlan, at: Circumstances) -> None:
    """Raises :class:`ExamSiteOfOthers` for an officer whose office does not reach the site."""
    if current.site and not _over(current.site, at):
        raise ExamSiteOfOthers(site=current.site)


def prefecture_read(
    current: ExamPlan, command: commands.PublishExamPlan
) -> Iterable[Ref[Prefecture]]:
    return prefecture_of_window(command.site)


def _over(site: str, at: Circumstances) -> bool:
    if at.by.role is Role.HQ:
        return True
    return at.by.office is not None and within(site, at.by.office)


def _sites(at: Circumstances) -> list[str]:
    return [
        office.id
        for office in OFFICES.values()
        if office.kind is OfficeKind.EXAM_SITE and _over(office.id, at)
    ]
