"""Nobody is disturbed between nine in the evening and eight in the morning, office time."""

from datetime import UTC, datetime

import pytest

from domain.notices.quiet_hours import quiet_until


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (datetime(2020, 2, 24, 12, 59, tzinfo=UTC), None),
        (datetime(2020, 2, 24, 13, 0, tzinfo=UTC), datetime(2020, 2, 25, 0, tzinfo=UTC)),
        (datetime(2020, 2, 24, 23, 59, tzinfo=UTC), datetime(2020, 2, 25, 0, tzinfo=UTC)),
        (datetime(2020, 2, 25, 0, 0, tzinfo=UTC), None),
        (datetime(2020, 2, 28, 16, 0, tzinfo=UTC), datetime(2020, 2, 29, 0, tzinfo=UTC)),
        (datetime(2019, 12, 31, 15, 59, tzinfo=UTC), datetime(2020, 1, 1, 0, tzinfo=UTC)),
    ],
    ids=[
        "20:59",
        "21:00",
        "07:59",
        "08:00",
        "midnight before a leap day",
        "the last minute of a year",
    ],
)
def test_the_quiet_hours_end_at_eight(now: datetime, until: datetime | None) -> None:
    assert quiet_until(now) == until
