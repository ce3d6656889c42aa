"""The closed list of the figures: what answers tell, and what they mean."""

from collections.abc import Mapping
from typing import Final

from projections.throughput.definitions.centres import CENTRES
from projections.throughput.definitions.channels import CHANNELS
from projections.throughput.definitions.corrections import CORRECTIONS
from projections.throughput.definitions.definition import Definition
from projections.throughput.definitions.documents import DOCUMENTS
from projections.throughput.definitions.fines import FINES
from projections.throughput.definitions.halls import HALLS
from projections.throughput.definitions.improvements import IMPROVEMENTS
from projections.throughput.definitions.operation import OPERATION
from projections.throughput.definitions.punctuality import PUNCTUALITY
from projections.throughput.definitions.reservations import RESERVATIONS
from projections.throughput.definitions.service_quality import SERVICE_QUALITY
from projections.throughput.definitions.stock import STOCK
from projections.throughput.definitions.volumes import VOLUMES
from projections.throughput.definitions.windows import WINDOWS

DEFINITIONS: Final[tuple[Definition, ...]] = (
    *VOLUMES,
    *STOCK,
    *CHANNELS,
    *PUNCTUALITY,
    *CORRECTIONS,
    *DOCUMENTS,
    *RESERVATIONS,
    *SERVICE_QUALITY,
    *FINES,
    *HALLS,
    *IMPROVEMENTS,
    *CENTRES,
    *WINDOWS,
    *OPERATION,
)
OF_WINDOWS: Final[Mapping[str, Definition]] = {each.code: each for each in WINDOWS}
OF_FINES: Final[Mapping[str, Definition]] = {each.code: each for each in FINES}
OF_HALLS: Final[Mapping[str, Definition]] = {each.code: each for each in HALLS}
OF_IMPROVEMENTS: Final[Mapping[str, Definition]] = {each.code: each for each in IMPROVEMENTS}
OF_CENTRES: Final[Mapping[str, Definition]] = {each.code: each for each in CENTRES}
OF_SUPERVISION: Final[Mapping[str, Definition]] = {each.code: each for each in OPERATION}
OF_ENQUIRIES: Final[Mapping[str, Definition]] = {each.code: each for each in SERVICE_QUALITY}
_APART: Final = (
    OF_FINES.keys()
    | OF_HALLS.keys()
    | OF_CENTRES.keys()
    | OF_ENQUIRIES.keys()
    | OF_SUPERVISION.keys()
)
"""Figures of a period that are told of other streams than cases, by routes of their own."""
OF_A_PERIOD: Final[Mapping[str, Definition]] = {
    each.code: each
    for each in DEFINITIONS
    if each.is_available and each.is_of_a_period and each.code not in _APART
}
OF_THE_PRESENT: Final[Mapping[str, Definition]] = {
    each.code: each
    for each in DEFINITIONS
    if each.is_available
    and not each.is_of_a_period
    and each.code not in OF_WINDOWS.keys() | OF_IMPROVEMENTS.keys()
}
"""What is in hand. What has become of windows and deadlines stands apart."""
