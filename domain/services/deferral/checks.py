"""The checks of a deferral: its ground, its day, and that it is the first of its kind.

The form has judged whether it was applied for in time, by the day that the applicant gave. So it
is in time if the register knows the same day.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeAlias

from domain.clocks.clock import Clock
from domain.register.licence import LicenceDuty, LicenceRecord
from domain.services.checks.check import Check
from domain.services.checks.time import IN_TIME
from domain.services.deferral.facts import DeferralFacts
from domain.services.given import Given
from domain.titles import Title

Owed: TypeAlias = Callable[[Given[Any], LicenceRecord], bool | None]
"""Whether the holder owes the duty after the day that he gave. None: a person must say."""

DEFERRAL_PROOF: Final = Check(
    "C-PROOF",
    Title("延期事由证明审查", "Proof of the ground"),
    "R-PROOF",
    Title(
        zh="所提交的证明不能证明延期事由。请补充服兵役、出国（境）或者其他延期事由的有效证明后重新申请。",
        en="The proof does not show the ground for deferral. Apply again with valid proof of "
        "military service, of being abroad or of the other ground.",
    ),
)


def in_time(clock: Clock, due: Callable[[Given[Any], LicenceRecord], date | None]) -> Check:
    """The check of the day from which the deferral counts, by the register's own.

    Under a relief a day that is over by law may still lie ahead.
    """

    def judge(given: Given[Any]) -> bool | None:
        facts: DeferralFacts = given.facts
        if given.licence is None or (registered := due(given, given.licence)) is None:
            return None
        if registered == facts.base_on:
            return True
        return None if given.still(clock, registered) else False

    return replace(IN_TIME, judge=judge)


def first_of(duty: LicenceDuty) -> Check:
    """One day is put off once for each duty. No law says so, and every office does so."""

    def judge(given: Given[Any]) -> bool | None:
        if given.licence is None:
            return None
        return not any(
            earlier.duty is duty and earlier.base_on == given.facts.base_on
            for earlier in given.licence.deferrals
        )

    return Check(
        "C-DEFERRED",
        Title("重复延期核对", "Not deferred before"),
        "R-ALREADY-DEFERRED",
        Title(
            zh="该事项已经准予延期一次，不再准予延期。请在延期期满前办理。",
            en="This has been deferred once and is not deferred again. Please see to it before "
            "the deferral ends.",
        ),
        judge,
    )


def owed(rule: Owed) -> Check:
    """Only a duty that there is can be put off."""

    def judge(given: Given[Any]) -> bool | None:
        return None if given.licence is None else rule(given, given.licence)

    return Check(
        "C-DUTY",
        Title("办理义务核对", "A duty to defer"),
        "R-NO-DUTY",
        Title(
            zh="根据登记信息，您目前没有此项应当按期办理的事项，不需要申请延期。",
            en="By the register nothing of this kind falls due, so there is nothing to defer.",
        ),
        judge,
    )
