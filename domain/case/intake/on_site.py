"""Whoever must be seen is asked to come to a window."""

from collections.abc import Iterable, Sequence

from domain.aggregate import Ref
from domain.case.intake import commands, events
from domain.case.intake.reasons import OnSiteReason
from domain.case.intake.refusals import OnSiteReasonUnfit
from domain.case.refusals import WindowClosed
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import has_window, on_site_window
from domain.circumstances import Circumstances
from domain.prefectures.state import Prefecture
from domain.prefectures.windows import prefecture_of_window


def move_to_on_site(
    current: Case, command: commands.MoveToOnSite, at: Circumstances
) -> Sequence[CaseEvent]:
    """Plates are mounted only for a service that makes them. A closed window holds the case.

    Nobody is sent where no window ever does it, as the vehicle office examines no drivers.
    """
    service = at.catalogue[current.service]
    window = on_site_window(current.office, service.window)
    if not has_window(window, service.window):
        raise WindowClosed(office=window)
    mounted = service.mounted
    choices = [
        reason for reason in OnSiteReason if mounted or reason is not OnSiteReason.PLATE_MOUNTING
    ]
    if command.reason not in choices:
        raise OnSiteReasonUnfit(reason=command.reason, choices=[*map(str, choices)])
    return [events.MovedToOnSite(reason=command.reason)]


def window_read(
    current: Case, command: commands.RecordOnSiteVisit | commands.MoveToOnSite
) -> Iterable[Ref[Prefecture]]:
    """The green channel needs no open window, so it reads none."""
    return () if current.green else prefecture_of_window(current.office)
