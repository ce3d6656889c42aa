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
SET_ASIDE: Final = Gauge(
    "cheguan_set_aside", "Streams a worker has tried in vain and tries again", ["worker", "why"]
)
REACTION_LAG: Final = Gauge(
    "cheguan_reaction_behind_events", "Events a reaction has not looked at yet", ["reaction"]
)
REACTION_POSTPONED: Final = Gauge(
    "cheguan_reaction_postponed", "Consequences that were refused and are tried again", ["reaction"]
)
REACTION_GIVEN_UP: Final = Gauge(
    "cheguan_reaction_given_up", "Consequences nobody tries any more: look at them", ["reaction"]
)
REACTION_STOPPED: Final = Gauge(
    "cheguan_reaction_stopped", "1 while a refusal that nobody has foreseen stops it", ["reaction"]
)
