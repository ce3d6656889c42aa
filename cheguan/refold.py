"""How the API folds a stream again that a read model has parked."""

from functools import partial
from uuid import UUID

from api.desk import Refold
from cheguan.registry import Registry
from projections.engine.replay import replay


def refold(url: str, registry: Registry) -> Refold:
    """It is one transaction, whoever else folds beside it."""
    return partial(_refolded, url, registry)


async def _refolded(url: str, registry: Registry, name: str, stream: UUID) -> bool:
    replayed = await replay(url, registry.projection(name), registry.codec, stream)
    return not any(each.stopped for each in replayed)
