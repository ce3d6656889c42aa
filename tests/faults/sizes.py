"""How much the tests of this folder do: short in ``make test``, in full by ``make trust``."""

import os
from typing import Final

FULL: Final = os.environ.get("CHEGUAN_TRUST") == "full"
EVENTS: Final = 100_000 if FULL else 10_000
"""Events that a reader follows while others write."""
EVENTS_OVER_HTTP: Final = 100_000 if FULL else 5_000
"""The same with every event the work of an HTTP request."""
CASES_ON_KAFKA: Final = 1_700 if FULL else 90
"""Cases that Kafka feeds to several projectors; 12 events each on average."""
