"""The closed list of the figures."""

from typing import Final

from projections.throughput.definitions.documents import DOCUMENTS
from projections.throughput.definitions.operation import OPERATION
from projections.throughput.definitions.punctuality import PUNCTUALITY
from projections.throughput.definitions.reservations import RESERVATIONS
from projections.throughput.definitions.service_quality import SERVICE_QUALITY
from projections.throughput.definitions.volumes import VOLUMES

DEFINITIONS: Final = (
    *VOLUMES,
    *PUNCTUALITY,
    *DOCUMENTS,
    *RESERVATIONS,
    *SERVICE_QUALITY,
    *OPERATION,
)
