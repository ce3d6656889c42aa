"""The short form of ``make trust``: nothing is lost, doubled or falsely answered."""

from collections.abc import Iterator

import pytest

from tests.faults.bench import Bench, bench
from tests.faults.kinds import FAMILIES, possible
from tests.faults.scenario import run

_PATIENCE = 6.0
"""Limits of time are for ``make trust``. Here they only end what hangs."""


@pytest.fixture(scope="module")
def place() -> Iterator[Bench]:
    with bench(patience=_PATIENCE) as made:
        yield made


@pytest.mark.parametrize("family", FAMILIES)
async def test_the_invariants_hold_after_faults_of(family: str, place: Bench) -> None:
    work = [(kind, kind.short) for kind in possible(FAMILIES[family]) if kind.short]

    result = await run(place, family, work, least=200)

    assert not result.told
    assert result.faults == sum(faults for _, faults in work)
