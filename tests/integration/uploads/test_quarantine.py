"""A file waits in quarantine until the scanner has said that it is sound."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from cheguan.clamd import Clamd
from domain.event_store.transaction import Connection
from domain.event_store.upload_keeping import UploadKeeping
from domain.uploads.custody import Custody
from tests.kit import files
from tests.kit.clamd import EICAR, Daemon
from tests.kit.served import Service
from tests.kit.uploading import PDF, as_document, form_with, upload
from workers.upload_sweep import scan


@pytest.fixture
async def keeping(database_url: str) -> AsyncIterator[UploadKeeping]:
    made = UploadKeeping(database_url)
    yield made
    await made.close()


async def left(connection: Connection) -> list[str]:
    cursor = await connection.execute("SELECT sha256 FROM vault.upload WHERE owner <> ''")
    return [row[0].hex() for row in await cursor.fetchall()]


@pytest.fixture
async def daemon(tmp_path: Path) -> AsyncIterator[Daemon]:
    made = Daemon(tmp_path / "clamd.sock")
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def custody(service: Service, daemon: Daemon, monkeypatch: pytest.MonkeyPatch) -> Custody:
    """The service's own, with the daemon as its scanner."""
    made = service.desk.custody
    monkeypatch.setattr(made, "_scanner", Clamd(daemon.socket))
    return made


@pytest.mark.usefixtures("custody")
async def test_what_the_daemon_finds_sound_is_released(service: Service) -> None:
    large = files.pdf(b"<< /Length 400000 >>\nstream\n" + bytes(400_000) + b"\nendstream")
    for content in (files.PDF, large):
        assert (await upload(service, content, PDF)).json()["scan"] == "clean"


@pytest.mark.usefixtures("custody")
async def test_what_is_infected_is_refused_and_nothing_of_it_stays(
    service: Service, connection: Connection
) -> None:
    refused = await upload(service, files.pdf(b"<< /T (" + EICAR + b") >>"), PDF)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/upload-infected")
    assert await left(connection) == []


async def test_while_the_daemon_is_away_files_wait_and_are_judged_later(
    service: Service,
    connection: Connection,
    keeping: UploadKeeping,
    daemon: Daemon,
    custody: Custody,
) -> None:
    await daemon.stop()
    sound = (await upload(service, files.PDF, PDF)).json()
    bad = (await upload(service, files.pdf(b"<< /T (" + EICAR + b") >>"), PDF)).json()
    assert {sound["scan"], bad["scan"]} == {"pending"}
    body = await form_with(service, as_document(sound, "id_front"))
    refused = await service.submit(body, "one")
    assert [each["rule"] for each in refused.json()["defects"]] == ["document_quarantined"]
    await scan(keeping, custody, timedelta(0))
    assert len(await left(connection)) == 2
    await daemon.start()
    await scan(keeping, custody, timedelta(0))
    assert await left(connection) == [sound["sha256"]]
    assert (await service.submit(body, "one")).status_code == 201


@pytest.mark.usefixtures("custody")
@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"?"])
async def test_whatever_else_it_says_the_file_waits(
    service: Service, daemon: Daemon, answer: bytes
) -> None:
    daemon.answer = answer
    assert (await upload(service, files.PDF, PDF)).json()["scan"] == "pending"
