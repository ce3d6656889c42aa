"""What is known of a store is kept outside of it, or the store is not opened."""

from pathlib import Path
from uuid import uuid4

import pytest

from domain.aggregates import CODEC
from domain.event_store.acknowledged import Journal
from domain.event_store.known import KnownFile, KnownUnwritable
from domain.event_store.pending import Appended
from domain.event_store.store import open_store
from tests.kit.backup import backup, restore
from tests.kit.envelopes import pending
from tests.kit.installation import Installation
from tests.kit.waiting import until


async def test_a_store_is_not_opened_if_nothing_can_be_known_of_it(
    database_url: str, tmp_path: Path
) -> None:
    (tmp_path / "known").write_text("a file where the folder should be")
    with pytest.raises(KnownUnwritable, match="CHEGUAN_KNOWN_DIR"):
        async with open_store(database_url, CODEC, known=tmp_path / "known"):
            raise AssertionError


async def test_what_is_known_outlives_a_store_that_goes_away(
    place: Installation,
) -> None:
    await place.append(1)
    with backup(place.server, place.url) as older:
        async with place.open() as store:
            answered = await store.append(pending(uuid4(), after=0, count=3))
            assert answered == Appended(5)
            restore(place.server, place.url, older)
    known = KnownFile(place.folder).load()
    assert known is not None
    assert known.position == 5


async def test_acknowledgements_wait_while_the_folder_cannot_be_written(
    place: Installation, caplog: pytest.LogCaptureFixture
) -> None:
    log = place.folder / "acknowledged.log"

    async def complained() -> bool:
        return "cannot be kept" in caplog.text

    async with place.open() as store:
        log.mkdir(parents=True)
        asked = pending(uuid4(), after=0)
        assert isinstance(await store.append(asked), Appended)
        await until(complained)
        log.rmdir()
    assert [done.command for done in Journal(place.folder).read()] == [asked.command_id]
