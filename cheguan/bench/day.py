"""The day on which every run takes place, so that no figure depends on the calendar."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Final

DAY: Final = date(2020, 3, 2)
_NOON: Final = datetime(2020, 3, 2, 4, tzinfo=UTC)


def bench_clock() -> Callable[[], datetime]:
    """A clock that begins at noon at the office on :data:`DAY`, and runs."""
    started = time.monotonic()
    return lambda: _NOON + timedelta(seconds=time.monotonic() - started)
