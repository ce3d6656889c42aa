"""No route is without a row: role by route by relation to a case, as docs/authorisation.md says."""

import re
from pathlib import Path
from typing import Final

from tests.contract.test_resources import PERMISSIONS
from tests.matrix.requests import ASKS

PAGE: Final = Path(__file__).parents[2] / "docs" / "authorisation.md"
WRITE: Final = "python -m tests.matrix > docs/authorisation.md, and read what it says"
ROWS: Final = re.compile(r"^\| `([A-Z]+ /[^`]*)` \|", re.MULTILINE)
OPEN: Final = re.compile(r"^- `([A-Z]+ /[^`]*)`$", re.MULTILINE)


def test_every_route_that_asks_who_comes_has_a_request_and_every_request_a_route() -> None:
    assert {route for route, roles in PERMISSIONS.items() if roles} == ASKS.keys()


def test_every_route_stands_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert set(ROWS.findall(page)) == {r for r, roles in PERMISSIONS.items() if roles}, WRITE
    assert set(OPEN.findall(page)) == {r for r, roles in PERMISSIONS.items() if not roles}, WRITE
