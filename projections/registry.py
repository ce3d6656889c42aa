"""All read models, by name."""

from collections.abc import Mapping
from typing import Any, Final

from domain.aggregates import CODEC
from projections.caseload.row import CASELOAD
from projections.engine.projection import Projection
from projections.throughput.contribution import THROUGHPUT
from projections.timers.row import timers
from projections.tracking.row import TRACKING

PROJECTIONS: Final[Mapping[str, Projection[Any]]] = {
    projection.name: projection for projection in (TRACKING, CASELOAD, THROUGHPUT, timers(CODEC))
}
