"""The short form of the faults around Kafka: nothing is lost, doubled or late for ever."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cheguan.kafka_broker import private_kafka
from tests.faults.bench import Bench, bench
from tests.faults.kinds import BESIDE_KAFKA
from tests.faults.scenario import run


@pytest.fixture(scope="module")
def place() -> Iterator[Bench]:
    with bench() as made:
        yield made


@pytest.mark.parametrize("nodes", BESIDE_KAFKA)
async def test_the_invariants_hold_after_faults_beside_brokers(
    nodes: int, place: Bench, tmp_path: Path
) -> None:
    work = [(kind, kind.short) for kind in BESIDE_KAFKA[nodes] if kind.short]
    with private_kafka(tmp_path, nodes) as brokers:
        result = await run(place, f"kafka {nodes}", work, 50, brokers)
    assert not result.told
    assert result.faults == sum(faults for _, faults in work)
