"""Every kind of fault the bench knows."""

from collections.abc import Sequence
from typing import Final

from tests.faults.network_faults import NETWORK
from tests.faults.postgres_faults import POSTGRES
from tests.faults.process_faults import PROCESSES
from tests.faults.scarcity_faults import SCARCITY
from tests.faults.scenario import Scenario
from tests.faults.worker_faults import WORKERS

KINDS: Final[Sequence[Scenario]] = (*PROCESSES, *NETWORK, *POSTGRES, *SCARCITY, *WORKERS)
