"""What an approval changes in the register, of the services that change a record of a licence."""

import json
from datetime import date

import pytest

from domain.identifiers.licence_classes import LicenceClass
from domain.register.changes import (
    AnyChange,
    ContactChanged,
    DutyDeferred,
    MedicalSubmitted,
    PhotoApproved,
)
from domain.register.licence import LicenceDuty
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

NEXT_DAY = date(2020, 2, 25)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        (
            "medical_submit",
            MedicalSubmitted(issued_on=date(2020, 2, 19), fit_for=(LicenceClass.C5,)),
        ),
        (
            "medical_deferral",
            DutyDeferred(
                duty=LicenceDuty.MEDICAL, base_on=date(2020, 6, 23), until=date(2021, 6, 23)
            ),
        ),
        (
            "review_deferral",
            DutyDeferred(
                duty=LicenceDuty.REVIEW, base_on=date(2020, 6, 23), until=date(2021, 6, 23)
            ),
        ),
        (
            "renewal_deferral",
            DutyDeferred(
                duty=LicenceDuty.RENEWAL, base_on=date(2020, 6, 24), until=date(2022, 6, 24)
            ),
        ),
        ("licence_photo_submit", PhotoApproved(approved_on=NEXT_DAY)),
        ("driver_contact_change", ContactChanged(part="details")),
    ],
)
def test_an_approval_changes_the_register(code: str, change: AnyChange) -> None:
    service = CATALOGUE[code]
    body = json.dumps(service.example(TODAY)).encode()
    facts = read_form(body, today=TODAY, service=code).facts()
    assert service.change(facts, NEXT_DAY) == (change,)
