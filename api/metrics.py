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
    "cheguan_projection_parked_streams", "Streams a read model cannot fold on", ["projection"]
)
RELAY_LAG: Final = Gauge("cheguan_relay_behind_events", "Events a topic lacks yet", ["topic"])
FEED_DROPPED: Final = Gauge(
    "cheguan_projection_dropped_records", "Records that came again", ["projection"]
)
FEED_REPAIRED: Final = Gauge(
    "cheguan_projection_repaired_events", "Events the topic lacked, from the store", ["projection"]
)
