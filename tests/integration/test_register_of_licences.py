"""What becomes of the examples of D06 to D11 in the register, once they are approved."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pytest

from domain.aggregates import CODEC
from domain.case.stage import Stage
from domain.identifiers.licence_classes import LicenceClass
from domain.licences.state import LicenceOnRecord
from domain.register.licence import Deferral, LicenceDuty, LicenceState, MedicalCertificate
from domain.services.catalogue import CATALOGUE
from tests.kit.consulted import registered
from tests.kit.served import Service
from workers.concerned import CONCERNED
from workers.reactor import Reactor

C5 = {"classes": (LicenceClass.C5,), "medical": None}
B2 = {"classes": (LicenceClass.B2,)}


class Approved(NamedTuple):
    """The licence before the application, the checks that the register passes, and what is
    expected of the licence afterwards.
    """

    before: dict[str, Any]
    passed: set[str]
    after: Callable[[LicenceOnRecord], bool]


def _deferred(duty: LicenceDuty, letter: LicenceState) -> Callable[[LicenceOnRecord], bool]:
    deferral = Deferral(duty, date(2020, 6, 23), date(2021, 6, 23))
    return lambda found: found.record.states == {letter} and found.record.deferrals == (deferral,)


APPROVED = {
    "medical_submit": Approved(
        C5 | {"first_issued_on": date(2017, 2, 14), "medical_due_on": date(2020, 3, 15)},
        {"C-ID", "C-OWN", "C-LSTAT", "C-HOSPITAL", "C-EARLY", "C-MED", "C-DUP"},
        lambda found: (
            found.record.medical
            == MedicalCertificate(date(2020, 2, 19), frozenset({LicenceClass.C5}))
            and found.record.medical_due_on == date(2023, 3, 16)
        ),
    ),
    "medical_deferral": Approved(
        C5 | {"first_issued_on": date(2017, 5, 24), "medical_due_on": date(2020, 6, 23)},
        {"C-ID", "C-LSTAT", "C-JUR", "C-DUTY", "C-TIME", "C-DEFERRED", "C-DUP"},
        _deferred(LicenceDuty.MEDICAL, LicenceState.MEDICAL_DEFERRED),
    ),
    "review_deferral": Approved(
        B2 | {"first_issued_on": date(2015, 5, 24), "review_due_on": date(2020, 6, 23)},
        {"C-ID", "C-LSTAT", "C-JUR", "C-DUTY", "C-TIME", "C-DEFERRED", "C-DUP"},
        _deferred(LicenceDuty.REVIEW, LicenceState.REVIEW_DEFERRED),
    ),
    "licence_photo_submit": Approved(
        {"photo_approved_on": None},
        {"C-ID", "C-OWN", "C-LSTAT", "C-PHOTO-RECENT", "C-DUP"},
        lambda found: found.record.photo_approved_on == date(2020, 2, 24),
    ),
    "driver_contact_change": Approved(
        B2, {"C-ID", "C-OWN", "C-MOBILE"}, lambda found: found.contact is not None
    ),
}


@pytest.mark.parametrize("code", APPROVED)
async def test_an_approved_example_is_seen_in_the_register(service: Service, code: str) -> None:
    expected = APPROVED[code]
    world = await registered(service, code, **expected.before)
    assert not expected.after(await world.on_record())
    case = await world.submit("holder")
    await world.check()
    assert {each for each, passed in (await world.case(case)).checks.items() if passed} == (
        expected.passed
    )
    if CATALOGUE[code].automatic:
        assert (await world.case(case)).stage is Stage.COMPLETED
    else:
        await world.approve(case)
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()
    assert expected.after(await world.on_record())


async def test_a_photo_that_was_approved_is_not_replaced_at_once(service: Service) -> None:
    world = await registered(service, "licence_photo_submit", photo_approved_on=date(2020, 2, 24))
    case = await world.submit("holder")
    await world.check()
    assert (await world.case(case)).checks["C-PHOTO-RECENT"] is False
