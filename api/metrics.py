"""What the API process counts."""

from typing import Final

from prometheus_client import Counter, Gauge

SUBMITTED: Final = Counter(
    "cheguan_applications_submitted_total", "Applications stored", ["service"]
)
PROJECTION_LAG: Final = Gauge(
    "cheguan_projection_behind_events", "Events a read model has not folded yet", ["projection"]
)
PROJECTION_PARKED: Final = Gauge(
    "cheguan_projection_parked_cases", "Cases a read model cannot fold on", ["projection"]
)
