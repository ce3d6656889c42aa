"""The table of limits says what is so: its values, its tests, and its page."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from cheguan.http.limits import WireLimits
from cheguan.limit_table.limit import Limit
from cheguan.limit_table.table import LIMITS, table
from cheguan.settings import Settings

ROOT: Final = Path(__file__).resolve().parents[2]
_HEADING: Final = "## Limits\n"


def test_the_page_shows_the_table() -> None:
    section = (ROOT / "docs" / "security.md").read_text("utf-8").partition(_HEADING)[2]
    assert table() in section.partition("\n## ")[0]


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.name)
def test_the_test_that_holds_a_limit_exists(limit: Limit) -> None:
    file, _, name = limit.test.partition("::")
    assert re.search(rf"def {name}\(", (ROOT / file).read_text("utf-8"))


def test_every_limit_of_the_wire_stands_in_the_table_with_its_default() -> None:
    shown = {limit.name: limit.value for limit in LIMITS if limit.name in Settings.model_fields}
    given = WireLimits()
    assert {name: getattr(given, name) for name in WireLimits.model_fields}.items() <= shown.items()
    assert all(
        shown[name] == field.default
        for name, field in Settings.model_fields.items()
        if name in shown
    )


def test_no_limit_is_named_twice() -> None:
    assert len({limit.name for limit in LIMITS}) == len(LIMITS)


@pytest.mark.parametrize(("allowed", "most", "room"), [(64, 64, 32), (64, 1_024, 768)])
def test_there_are_no_more_connections_than_the_system_gives_files(
    allowed: int, most: int, room: int
) -> None:
    """Tried in a process of its own, because what a process gives up it is not given back."""
    tried = (
        "from resource import RLIMIT_NOFILE, setrlimit\n"
        "from cheguan.http.descriptors import room_for\n"
        f"setrlimit(RLIMIT_NOFILE, ({allowed}, {most}))\n"
        "print(room_for(2_048))"
    )
    told = subprocess.run(
        [sys.executable, "-c", tried], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    assert int(told.stdout) == room
