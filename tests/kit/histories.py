"""Realistic whole histories of the three services, for whoever folds events.

Every plot ends differently. ``lives(n)`` tells the first n cases, plot after plot,
an hour apart; the same n gives the same bytes.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from domain.case.intake.commands import AcceptCase, DeclineAcceptance
from domain.case.overlays.commands import WithdrawCase
from domain.case.remedies.commands import RevokeDecision
from domain.case.review.commands import ApproveCase, RevokeDeferral, StartReview
from domain.clocks.clock import Clock
from domain.message import PassDeadline
from tests.kit.life import CHECKER, CLERK, LEADER, MORNING, REVIEWER, TIMEKEEPER, Life
from tests.kit.plate_histories import (
    all_checks,
    plate_by_post,
    plate_collected_by_an_ambulance,
    plate_corrected_under_relief,
    plate_never_collected,
    plate_never_paid,
    plate_posted_twice,
    plate_refused_and_reopened,
    plate_returned_and_collected,
    plate_sent_after_all_and_lost_sight_of,
    plate_withdrawn,
    reviewed,
)

Plot = Callable[[int, datetime], Life]


def contact_changed(number: int, at: datetime) -> Life:
    life = Life("vehicle_contact_change", number, at)
    return life.does(
        CHECKER,
        AcceptCase(),
        StartReview(),
        *all_checks("vehicle_contact_change"),
        ApproveCase(),
    )


def contact_not_accepted(number: int, at: datetime) -> Life:
    life = Life("vehicle_contact_change", number, at)
    return life.after(hours=3).does(
        CLERK, DeclineAcceptance(codes=("R-JURISDICTION",), right_office="410300")
    )


def contact_withdrawn(number: int, at: datetime) -> Life:
    life = Life("vehicle_contact_change", number, at)
    return life.after(hours=1).does(life.citizen, WithdrawCase())


def deferral_granted_and_undone(number: int, at: datetime) -> Life:
    life = reviewed(Life("renewal_deferral", number, at)).does(REVIEWER, ApproveCase())
    return life.after(days=30).does(LEADER, RevokeDeferral())


def deferral_revoked_for_fraud(number: int, at: datetime) -> Life:
    life = Life("renewal_deferral", number, at)
    life.after(days=8).does(TIMEKEEPER, PassDeadline(clock=Clock.CORRECTION_NOTICE))
    life.does(REVIEWER, StartReview(), *all_checks("renewal_deferral"))
    life.does(REVIEWER, ApproveCase())
    return life.after(days=90).does(LEADER, RevokeDecision(codes=("R-FALSE-MATERIAL",)))


PLOTS: Final[tuple[Plot, ...]] = (
    plate_by_post,
    contact_changed,
    deferral_granted_and_undone,
    plate_returned_and_collected,
    plate_posted_twice,
    plate_collected_by_an_ambulance,
    plate_never_paid,
    plate_withdrawn,
    plate_refused_and_reopened,
    plate_corrected_under_relief,
    contact_not_accepted,
    deferral_revoked_for_fraud,
    plate_never_collected,
    plate_sent_after_all_and_lost_sight_of,
    contact_withdrawn,
)


def lives(count: int, first: datetime = MORNING) -> list[Life]:
    """The first ``count`` cases, each an hour after the one before."""
    return [
        PLOTS[number % len(PLOTS)](number + 1, first + number * timedelta(hours=1))
        for number in range(count)
    ]
