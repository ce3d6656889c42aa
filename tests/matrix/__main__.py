"""``python -m tests.matrix > docs/authorisation.md``: asks everything, and writes the page."""

import asyncio
import logging
import sys
import tempfile
from pathlib import Path

from cheguan.embedded import embedded_postgres
from cheguan.migrate import migrate_all
from cheguan.registry import REGISTRY
from tests.kit.served import served
from tests.matrix.document import document
from tests.matrix.routes import observed


async def _page(url: str, folder: Path) -> str:
    async with served(url, folder) as service:
        return document(*await observed(service))


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    with (
        tempfile.TemporaryDirectory(prefix="cheguan-matrix-") as found,
        embedded_postgres(Path(found) / "data") as server,
    ):
        migrate_all(server, server, REGISTRY.projections)
        sys.stdout.write(asyncio.run(_page(server, Path(found))))
