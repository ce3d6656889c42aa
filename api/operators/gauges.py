"""What Prometheus is shown of readers, reactions and workers, and of how fresh that is."""

from math import nan
from typing import Final

from prometheus_client import Gauge

from api.operators.figures import Figures
from api.operators.last_figures import LastFigures

UP: Final = Gauge("cheguan_up", "1 if the database answered when figures were last gathered")
READY: Final = Gauge("cheguan_ready", "1 if commands were taken then")
AGE: Final = Gauge("cheguan_figures_age_seconds", "How old the figures of others are")
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
PROOF_DIFFERENCES: Final = Gauge(
    "cheguan_proof_differences", "Rows and figures that were folded again and differ"
)
PROOF_AGE: Final = Gauge("cheguan_proof_age_seconds", "Since everything was last folded again")


def show(gathered: LastFigures) -> None:
    """Shows what was gathered last. What was never gathered is not shown as nothing."""
    UP.set(gathered.up)
    READY.set(gathered.cause is None)
    AGE.set(gathered.age_s)
    if gathered.last is not None:
        _show(gathered.last)


def _show(figures: Figures) -> None:
    for name, place in figures.projections.items():
        PROJECTION_LAG.labels(name).set(place["behind"])
        PROJECTION_PARKED.labels(name).set(place["parked"])
    for name, reaction in figures.reactions.items():
        REACTION_LAG.labels(name).set(reaction["behind"])
        REACTION_POSTPONED.labels(name).set(reaction["postponed"])
        REACTION_GIVEN_UP.labels(name).set(reaction["given_up"])
        REACTION_STOPPED.labels(name).set(reaction["stopped"] is not None)
    for topic, behind in figures.relays.items():
        RELAY_LAG.labels(topic).set(behind)
    SET_ASIDE.clear()
    for worker, why, count in figures.set_aside:
        SET_ASIDE.labels(worker, why).set(count)
    for counted in figures.corrected:
        FEED_DROPPED.labels(counted.name).set(counted.dropped)
        FEED_REPAIRED.labels(counted.name).set(counted.repaired)
    PROOF_DIFFERENCES.set(figures.proof.different if figures.proof else nan)
    PROOF_AGE.set(figures.proof.age_s if figures.proof else nan)
