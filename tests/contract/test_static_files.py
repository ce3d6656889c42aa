"""What the pages load: packed for whoever takes it, and as it is for everybody else."""

import gzip

import pytest

from api.pages.kit.assets import BY_HASHED
from tests.kit.page_office import Opened
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("identity", False),
        ("", False),
    ],
)
async def test_a_file_is_packed_for_whoever_takes_it(
    office: Opened, accepted: str, packed: bool
) -> None:
    for name, asset in BY_HASHED.items():
        async with visiting(office) as browser:
            answer = await browser.get(f"/static/{name}", headers={"accept-encoding": accepted})
            assert answer.content == asset.content
            assert (answer.headers.get("content-encoding") == "gzip") == packed
            assert answer.headers["vary"] == "accept-encoding"
            assert int(answer.headers["content-length"]) == len(
                asset.packed if packed else asset.content
            )
            assert gzip.decompress(asset.packed) == asset.content


async def test_a_page_is_never_packed(office: Opened) -> None:
    """It holds what is secret beside what a visitor sends, and its length would tell of it."""
    async with visiting(office) as browser:
        answer = await browser.get("/track", headers={"accept-encoding": "gzip"})
        assert "content-encoding" not in answer.headers
