"""The product with lost things beside all that it has: three lines, and none of them in it."""

from typing import Final

from api.resource import Resource
from cheguan.registry import REGISTRY, Registry
from domain.titles import Title
from projections.registry import PROJECTIONS
from tests.integration.lost_things.row import LOST_THINGS
from tests.integration.lost_things.thing import THING

WITH_LOST_THINGS: Final = Registry(
    f"{__name__}:WITH_LOST_THINGS",
    aggregates=(*REGISTRY.aggregates, THING),
    projections=(*PROJECTIONS, LOST_THINGS),
    resources=(
        *REGISTRY.resources,
        Resource(
            of=THING, path="lost-things", title=Title("招领物品", "lost thing"), listed=LOST_THINGS
        ),
    ),
)
