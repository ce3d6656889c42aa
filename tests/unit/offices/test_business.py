"""Where the inspection is made and where its mark is issued."""

import pytest

from domain.offices.business import WindowBusiness, WindowGroup, is_done_at
from domain.offices.office import OfficeKind


@pytest.mark.parametrize(
    ("code", "kind", "done"),
    [
        ("inspection_mark", OfficeKind.VEHICLE_OFFICE, True),
        ("inspection_mark", OfficeKind.BRANCH, True),
        ("inspection_mark", OfficeKind.SERVICE_HALL, True),
        ("inspection_mark", OfficeKind.COUNTY_OFFICE, True),
        ("inspection_mark", OfficeKind.INSPECTION_STATION, False),
        ("inspection_mark", OfficeKind.EXAM_SITE, False),
        ("inspection", OfficeKind.VEHICLE_OFFICE, False),
        ("inspection", OfficeKind.INSPECTION_STATION, True),
    ],
)
def test_a_station_tests_and_an_office_issues_the_mark(
    code: str, kind: OfficeKind, done: bool
) -> None:
    business = WindowBusiness(code, WindowGroup.INSPECTION)
    assert is_done_at(kind, business, business.group) is done
