"""Without what was lost the log goes on in an epoch of its own."""

from pathlib import Path
from uuid import uuid4

import pytest

from domain.event_store.epoch import Difference
from domain.event_store.pending import Appended, Pending
from projections.engine.position import EpochDiffers
from tests.kit.backup import backup, restore
from tests.kit.envelopes import pending
from tests.kit.installation import Installation, commands, refused_copy
from tests.kit.projected import project


async def test_a_new_epoch_goes_on_beyond_every_known_position(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, lost, _ = restored
    assert await project(place.url) == 6
    assert await place.new_epoch() == 2
    async with place.open() as store:
        assert await store.append(pending(uuid4(), after=0)) == Appended(17)
        assert await store.carried_out(lost[0].command_id) is None
    stands = await place.standing()
    assert stands.whole
    assert stands.known is not None
    assert stands.known.epoch == 2
    kept = (place.folder / "lost.epoch-1.log").read_text(encoding="ascii")
    assert [line.split()[2] for line in kept.splitlines()] == [each.command_id.hex for each in lost]
    with pytest.raises(EpochDiffers):
        await project(place.url)


async def test_a_store_restored_to_before_its_epoch_is_behind(
    restored: tuple[Installation, list[Pending], str],
) -> None:
    place, _, newest = restored
    with backup(place.server, place.url) as first_epoch:
        await place.new_epoch()
        lost = await place.append(1)
        restore(place.server, place.url, first_epoch)
    stands = await place.standing()
    assert stands.difference is Difference.EPOCH_BEHIND
    assert commands(stands) == [lost[0].command_id]
    assert await refused_copy(place, newest) == "the copy is of epoch 1, not 2"
    assert await place.new_epoch() == 3


async def test_an_epoch_opened_from_another_machine_is_followed(
    place: Installation, tmp_path: Path
) -> None:
    await place.append(2)
    elsewhere = Installation(place.server, place.url, tmp_path / "elsewhere")
    await elsewhere.append(1)
    assert await elsewhere.new_epoch() == 2
    await place.append(1)
    stands = await place.standing()
    assert stands.known is not None
    assert (stands.known.epoch, stands.difference) == (2, None)
