"""What takes long to make is made seldom, and nobody waits for more than a few seconds."""

import pytest

from api.live.source import LiveSource
from domain.event_store.transaction import Connection


async def never() -> Connection:
    raise AssertionError("nobody watches, so nothing is asked")


@pytest.mark.parametrize(
    ("took_s", "pace_s"), [(0.0, 1.0), (0.05, 1.0), (0.1, 2.0), (0.25, 5.0), (30.0, 5.0)]
)
def test_no_more_than_a_twentieth_of_the_time_goes_into_the_page(
    took_s: float, pace_s: float
) -> None:
    source = LiveSource(never)
    source.slow_down(30.0)
    source.slow_down(took_s)
    assert source.pace_s == pytest.approx(pace_s)
