"""One office for all the tests of the pages."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.conftest import fresh_database
from tests.kit.page_office import Opened, page_office


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def office(
    postgres_server: str, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Opened]:
    """The office. Its pages and figures are read; what a test submits is not folded into them."""
    secrets = tmp_path_factory.mktemp("pages")
    with fresh_database(postgres_server, migrated_template) as url:
        async with page_office(url, secrets) as opened:
            yield opened
