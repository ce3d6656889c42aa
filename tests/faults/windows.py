"""Which cases a closed window holds, read off the log past the service."""

from collections import Counter

from domain.aggregates import CODEC
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.grounds import Hold
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.state import Case
from domain.case.window import window_of
from domain.offices.tree import OFFICES, REGIONS
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import names_a_decision, stream_of
from domain.prefectures.windows import closing
from domain.services.catalogue import CATALOGUE
from tests.faults.checks import Checks
from tests.faults.facts import Facts


def held_by_windows(facts: Facts, checks: Checks) -> None:
    """Checks I17: the cases that need a closed window are held, once, and no others are."""
    streams = facts.by_stream
    prefectures = {
        region: PREFECTURE.fold(each.event for each in streams.get(stream_of(region), ()))
        for region in REGIONS
    }
    if not any(each.taken for each in prefectures.values()):
        return
    today = local_day(facts.events[-1].at)
    for stream, history in streams.items():
        if CODEC.of[type(history[0].event)] is not CASE:
            continue
        holds: Counter[str | None] = Counter()
        for each in history:
            match each.event:
                case HoldSet(basis=basis) if names_a_decision(basis):
                    holds[basis] += 1
                case HoldReleased(basis=basis) if names_a_decision(basis):
                    holds[basis] -= 1
            once = all(0 <= times <= 1 for times in holds.values())
            checks.that("I17", once, f"{stream}: {dict(holds)} of one decision")
        case: Case = CASE.fold(each.event for each in history)
        held = {b for b in case.bases.get(Hold.OFFICE_SUSPENDED, ()) if names_a_decision(b)}
        window = OFFICES.get(window_of(case) or "")
        business = CATALOGUE[case.service].business
        closed = window and closing(prefectures[window.region_code], window, business, today)
        checks.that("I17", len(held) == bool(closed), f"{stream}: held by {held}, {closed}")
