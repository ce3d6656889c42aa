"""Every kind of fault the bench knows."""

from collections.abc import Mapping, Sequence
from typing import Final

from tests.faults.kafka_faults import BROKER, PROJECTORS, RELAY, THREE_BROKERS
from tests.faults.network_faults import NETWORK
from tests.faults.postgres_faults import POSTGRES
from tests.faults.process_faults import PROCESSES
from tests.faults.scarcity_faults import SCARCITY
from tests.faults.scenario import Scenario
from tests.faults.worker_faults import WORKERS

KINDS: Final[Sequence[Scenario]] = (*PROCESSES, *NETWORK, *POSTGRES, *SCARCITY, *WORKERS)

BESIDE_KAFKA: Final[Mapping[int, Sequence[Scenario]]] = {
    1: (*RELAY, *PROJECTORS, *BROKER),
    3: THREE_BROKERS,
}
"""With read models that follow Kafka, by the number of brokers."""

NEEDS_ROOT: Final = frozenset({"disk full"})

FAMILIES: Final[Mapping[str, Sequence[Scenario]]] = {
    "one process": [kind for kind in PROCESSES if kind.apis == 1],
    "two processes": [kind for kind in PROCESSES if kind.apis > 1],
    "network": NETWORK,
    "postgres": POSTGRES,
    "scarcity": SCARCITY,
    "workers": WORKERS,
}
"""The short form runs each in one store."""
