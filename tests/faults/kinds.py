"""Every kind of fault the bench knows."""

from collections.abc import Mapping, Sequence
from typing import Final

from tests.faults.network_faults import NETWORK
from tests.faults.postgres_faults import POSTGRES
from tests.faults.process_faults import PROCESSES
from tests.faults.projector_faults import PROJECTOR
from tests.faults.scarcity_faults import SCARCITY
from tests.faults.scenario import Scenario
from tests.faults.timekeeper_faults import TIMEKEEPER

WORKERS: Final = (*PROJECTOR, *TIMEKEEPER)
KINDS: Final[Sequence[Scenario]] = (*PROCESSES, *NETWORK, *POSTGRES, *SCARCITY, *WORKERS)

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
