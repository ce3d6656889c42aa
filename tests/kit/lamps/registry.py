"""A registry in which there are lamps beside all that the product has."""

from typing import Final
from uuid import UUID, uuid5

from api.resource import Resource
from cheguan.registry import REGISTRY, Registry
from domain.titles import Title
from projections.registry import PROJECTIONS
from tests.kit.lamps.lamp import LAMP
from tests.kit.lamps.row import SHINING

_STREAMS: Final = UUID("5c0c9a55-2a7f-5a62-9f0a-6f1de44c2f10")


def stream_of(name: str) -> UUID:
    """A lamp is found by its name."""
    return uuid5(_STREAMS, name)


LAMPS: Final = Resource(
    of=LAMP, path="lamps", title=Title("灯", "lamp"), stream_of=stream_of, listed=SHINING
)
WITH_LAMPS: Final = Registry(
    f"{__name__}:WITH_LAMPS",
    aggregates=(*REGISTRY.aggregates, LAMP),
    projections=(*PROJECTIONS, SHINING),
    resources=(*REGISTRY.resources, LAMPS),
)
