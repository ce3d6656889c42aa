"""All read models, by name."""

from collections.abc import Mapping
from typing import Any, Final

from projections.caseload import CASELOAD
from projections.projection import Projection
from projections.throughput import THROUGHPUT
from projections.tracking import TRACKING

PROJECTIONS: Final[Mapping[str, Projection[Any]]] = {
    projection.name: projection for projection in (TRACKING, CASELOAD, THROUGHPUT)
}
