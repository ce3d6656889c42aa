"""A service at work: its processes on a database of their own, with honest clients."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.cluster import Cluster
from tests.hostile.honest import Honest
from tests.hostile.requests import Asking
from tests.hostile.target import Target
from tests.hostile.trial import Form


@asynccontextmanager
async def service(cluster: Cluster, form: Form) -> AsyncIterator[Honest]:
    """Brings everything up, and ends what it has started."""
    with TemporaryDirectory(prefix="cheguan-hostile-") as name:
        async with cluster.database() as url:
            target = Target(cluster, url, Path(name), form.patience)
            try:
                await target.start()
                asking = Asking(target.secrets)
                honest = Honest(target, asking, form.rate, form.within_s * form.patience)
                await honest.begin()
                try:
                    yield honest
                finally:
                    await honest.end()
            finally:
                target.end()
