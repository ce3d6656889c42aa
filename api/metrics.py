"""What the API process counts itself."""

from typing import Final

from prometheus_client import Counter, Gauge

SUBMITTED: Final = Counter(
    "cheguan_applications_submitted_total", "Applications stored", ["service"]
)
GUESSES_MISSED: Final = Counter(
    "cheguan_guesses_missed_total", "Wrong attempts at what can be guessed", ["bucket"]
)
GUESSES_REFUSED: Final = Counter(
    "cheguan_guesses_refused_total", "Attempts that an empty bucket did not let in", ["bucket"]
)
UNOPENED: Final = Counter(
    "cheguan_sealed_parts_unopened_total", "Sealed parts that did not open though the key is there"
)
WIRE_REFUSED: Final = Counter(
    "cheguan_wire_refused_total", "What a limit of the wire refused", ["listener", "limit"]
)
WIRE_CONNECTIONS: Final = Gauge("cheguan_wire_connections", "Open connections", ["listener"])
WIRE_HELD_BYTES: Final = Gauge(
    "cheguan_wire_held_bytes", "What has come and is unfinished", ["listener"]
)
