"""The short form of the faults around Kafka: nothing is lost, doubled or late for ever."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from cheguan.kafka_broker import private_kafka
from tests.faults.bench import Bench, bench
from tests.faults.kafka_faults import BROKER, PROJECTORS, RELAY, THREE_BROKERS
from tests.faults.scenario import Scenario, run


@pytest.fixture(scope="module")
def place() -> Iterator[Bench]:
    with bench() as made:
        yield made


@pytest.mark.parametrize(
    ("family", "kinds", "nodes"),
    [
        ("relay", RELAY, 1),
        ("projectors", PROJECTORS, 1),
        ("broker", BROKER, 1),
        ("brokers", THREE_BROKERS, 3),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_the_invariants_hold_after_faults_of(
    family: str, kinds: Sequence[Scenario], nodes: int, place: Bench, tmp_path: Path
) -> None:
    work = [(kind, kind.short) for kind in kinds]
    with private_kafka(tmp_path, nodes) as brokers:
        result = await run(place, f"kafka {family}", work, 50, brokers)
    assert not result.told
    assert result.faults == sum(faults for _, faults in work)
