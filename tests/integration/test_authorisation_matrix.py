"""Role by route by relation to a case: what is allowed is what the page says, in every cell."""

from pathlib import Path
from typing import Final

from domain.conflict import EXEMPT
from tests.kit.served import served
from tests.matrix.document import document
from tests.matrix.outcomes import Outcome
from tests.matrix.people import CALLERS, Relation
from tests.matrix.routes import observed, routes_of

PAGE: Final = Path(__file__).parents[2] / "docs" / "authorisation.md"
WRITE: Final = "python -m tests.matrix > docs/authorisation.md, and read what it says"
ABOUT_A_CASE: Final = (
    "POST /api/v1/cases/{case}",
    "POST /api/v1/cases/next",
    "POST /api/v1/parcels",
)
_HIS: Final = {Relation.OWNER, Relation.AGENT}
"""A parcel knows whose case it is of, and not whom the owner has sent."""
ENDLESS: Final = frozenset({"GET /live"})
"""Positions for open pages. It is open to everybody, and who asks is answered for an hour."""
SIGNED: Final = frozenset(
    {"POST /api/v1/callbacks/bank", "POST /api/v1/callbacks/carriers/{carrier}"}
)
"""Open to everybody, and refused without a signature: nobody says there who he is."""


async def test_everybody_may_do_what_the_page_says_and_nothing_else(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as service:
        told, open_to_all = await observed(service)
    assert len(told) == len({cell.route for cell in told}) * len(CALLERS) * len(Relation)
    for cell, outcome in told.items():
        relations = {Relation.OWNER} if "/parcels" in cell.route else _HIS
        own = cell.relation in relations and cell.role not in EXEMPT
        if own and cell.route.startswith(ABOUT_A_CASE):
            assert outcome is not Outcome.YES, cell
    assert document(told, open_to_all) == PAGE.read_text(encoding="utf-8"), WRITE


async def test_whoever_says_nothing_of_himself_comes_nowhere_else(
    database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path) as service:
        asking, open_to_all = routes_of(service)
        assert set(open_to_all) >= ENDLESS
        for route in {*asking, *open_to_all} - ENDLESS:
            method, _, path = route.partition(" ")
            address = path.replace("{", "").replace("}", "")
            answer = await service.http.request(method, address, follow_redirects=False)
            refused = answer.status_code in (401, 403) or "/session" in answer.text
            assert refused or route in open_to_all, (route, answer.status_code)
            assert answer.status_code != 401 or route in {*asking, *SIGNED}, route
