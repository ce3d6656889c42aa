"""How much the tests of this folder do: little in ``make test``, everything in ``make trust``."""

import os
from typing import Final

FULL: Final = os.environ.get("CHEGUAN_TRUST") == "full"
EVENTS: Final = 100_000 if FULL else 10_000
"""How many events a reader follows while others write."""
EVENTS_OVER_HTTP: Final = 100_000 if FULL else 5_000
"""The same, if every event is the work of an HTTP request."""
BOOKINGS: Final = 5_000 if FULL else 300
"""How many people are booked at a station that closes."""
CASES_ON_KAFKA: Final = 1_700 if FULL else 90
"""How many cases Kafka feeds to several projectors. They have 12 events on average."""
