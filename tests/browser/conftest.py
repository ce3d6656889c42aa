"""A browser of this machine, and the pages on a loopback address."""

import asyncio
import shutil
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from tests.browser.site import Site
from tests.conftest import fresh_database
from tests.kit.page_office import NOW, page_office
from tests.kit.projected import project
from tests.kit.told_states import STORIES, Teller

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextmanager
def _serving(server: str, template: str, folder: Path, stories: Iterable[str]) -> Iterator[Site]:
    """The pages, served from a thread of its own by the server that serves in earnest."""
    ready, done = threading.Event(), threading.Event()
    found: list[Site] = []
    listening = socket.create_server(("127.0.0.1", 0))

    async def serve(url: str) -> None:
        later = [timedelta()]
        clock = (lambda: NOW + later[0]) if stories else None
        async with page_office(url, folder, clock) as office:
            teller = Teller(office.desk, later)
            told = {name: await teller.tell(name) for name in stories}
            await project(url)
            config = uvicorn.Config(office.front, lifespan="off", log_level="warning")
            serving = uvicorn.Server(config)
            task = asyncio.create_task(serving.serve([listening]))
            host, port = listening.getsockname()
            found.append(Site(f"http://{host}:{port}", office.reference, told))
            ready.set()
            await asyncio.to_thread(done.wait)
            serving.should_exit = True
            await task

    with fresh_database(server, template) as url:
        thread = threading.Thread(target=asyncio.run, args=(serve(url),))
        thread.start()
        try:
            assert ready.wait(60)
            yield found[0]
        finally:
            done.set()
            thread.join()
            listening.close()


@pytest.fixture(scope="module")
def site(
    postgres_server: str, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    with _serving(postgres_server, migrated_template, folder, ()) as served:
        yield served


@pytest.fixture(scope="module")
def told_site(
    postgres_server: str, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A site with an application for every story."""
    folder = tmp_path_factory.mktemp("told")
    with _serving(postgres_server, migrated_template, folder, STORIES) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for one module. While it is open its event loop runs, and no other may."""
    path = next((path for name in _NAMES if (path := shutil.which(name))), None)
    assert path, f"one of {', '.join(_NAMES)} must be installed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_QUIET))
        yield browser
        browser.close()
