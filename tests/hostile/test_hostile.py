"""The short form of ``make hostile``: honest clients are served whatever others do."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.faults.cluster import own_cluster
from tests.hostile.all_attacks import ATTACKS
from tests.hostile.attack import Attack
from tests.hostile.honest import Honest
from tests.hostile.service import service
from tests.hostile.trial import Form, trial

_FORM = Form(short=True, rate=25.0, calm_s=0.3, rounds=1, patience=4.0)
"""Limits of time are for ``make hostile``. Here they only end what hangs."""

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def honest() -> AsyncIterator[Honest]:
    with own_cluster() as cluster:
        async with service(cluster, _FORM) as made:
            yield made


@pytest.mark.parametrize("attack", [each for each in ATTACKS if each.short], ids=lambda a: a.name)
async def test_honest_clients_are_served_during(attack: Attack, honest: Honest) -> None:
    result = await trial(attack, honest, _FORM)

    assert not result.wrong
    assert result.saw
