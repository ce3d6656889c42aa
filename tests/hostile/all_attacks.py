"""Every attack there is."""

from collections.abc import Sequence
from typing import Final

from tests.hostile.attack import Attack
from tests.hostile.body_attacks import BODIES
from tests.hostile.connection_attacks import CONNECTIONS
from tests.hostile.head_attacks import HEADS
from tests.hostile.operation_attacks import OPERATION
from tests.hostile.query_attacks import QUERIES
from tests.hostile.wire_attacks import WIRE

ATTACKS: Final[Sequence[Attack]] = (
    *HEADS,
    *CONNECTIONS,
    *BODIES,
    *QUERIES,
    *WIRE,
    *OPERATION,
)
