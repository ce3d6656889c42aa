"""Every attack there is."""

from collections.abc import Sequence
from typing import Final

from tests.hostile.attack import Attack
from tests.hostile.body_attacks import BODIES
from tests.hostile.callback_attacks import CALLBACKS
from tests.hostile.code_attacks import CODES
from tests.hostile.connection_attacks import CONNECTIONS
from tests.hostile.guess_attacks import GUESSES
from tests.hostile.head_attacks import HEADS
from tests.hostile.name_attacks import NAMES
from tests.hostile.operation_attacks import OPERATION
from tests.hostile.outage_attacks import OUTAGES
from tests.hostile.query_attacks import QUERIES
from tests.hostile.slow_body_attacks import SLOW_BODIES
from tests.hostile.upload_attacks import UPLOADS
from tests.hostile.wire_attacks import WIRE

ATTACKS: Final[Sequence[Attack]] = (
    *HEADS,
    *CONNECTIONS,
    *SLOW_BODIES,
    *BODIES,
    *QUERIES,
    *GUESSES,
    *NAMES,
    *CALLBACKS,
    *UPLOADS,
    *CODES,
    *WIRE,
    *OPERATION,
    *OUTAGES,
)
