"""Every kind of fault the bench knows."""

import shutil
from collections.abc import Mapping, Sequence
from typing import Final

from tests.faults.broker_faults import BROKER, THREE_BROKERS
from tests.faults.callback_faults import CALLBACKS
from tests.faults.closing_faults import CLOSING
from tests.faults.contest_faults import CONTESTS
from tests.faults.kafka_projector_faults import PROJECTORS
from tests.faults.network_faults import NETWORK
from tests.faults.postgres_faults import POSTGRES
from tests.faults.process_faults import PROCESSES
from tests.faults.projector_faults import PROJECTOR
from tests.faults.reactor_faults import REACTOR
from tests.faults.relay_faults import RELAY
from tests.faults.scarcity_faults import SCARCITY
from tests.faults.scenario import Scenario
from tests.faults.small_disk import can_mount
from tests.faults.timekeeper_faults import TIMEKEEPER
from tests.faults.topic_faults import TOPIC

_WORKERS: Final = (*PROJECTOR, *TIMEKEEPER, *REACTOR, *CLOSING, *CALLBACKS, *CONTESTS)
KINDS: Final[Sequence[Scenario]] = (*PROCESSES, *NETWORK, *POSTGRES, *SCARCITY, *_WORKERS)

BESIDE_KAFKA: Final[Mapping[int, Sequence[Scenario]]] = {
    1: (*RELAY, *PROJECTORS, *BROKER, *TOPIC),
    3: THREE_BROKERS,
}
"""The kinds for which read models follow Kafka, by the number of brokers."""

FAMILIES: Final[Mapping[str, Sequence[Scenario]]] = {
    "one process": [kind for kind in PROCESSES if kind.apis == 1],
    "two processes": [kind for kind in PROCESSES if kind.apis > 1],
    "network": NETWORK,
    "postgres": POSTGRES,
    "scarcity": SCARCITY,
    "projector": PROJECTOR,
    "timekeeper": TIMEKEEPER,
    "reactor": REACTOR,
    "closing": CLOSING,
    "callbacks": CALLBACKS,
    "contest": CONTESTS,
}
"""Kinds that belong together. The short form runs each family in one store."""


def possible(kinds: Sequence[Scenario]) -> list[Scenario]:
    """The kinds that this user can bring about on this machine."""
    able = {"disk full": can_mount(), "file size limit": shutil.which("prlimit") is not None}
    return [kind for kind in kinds if able.get(kind.kind, True)]
