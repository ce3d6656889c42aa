"""What is sealed and cannot be opened although its key is there: it is damaged, or forged.

Whoever asks is told that it is there and cannot be read. The operator is told by a counter and by
a line in the log, which names the stream and the part and nothing that was sealed.
"""

import logging
from typing import Final
from uuid import UUID

from api.metrics import UNOPENED

_LOG: Final = logging.getLogger(__name__)


class PartUnopened(Exception):
    """The part is not gone and cannot be shown. The operator has been told."""


def unopened(stream: UUID, part: str) -> PartUnopened:
    """Tells the operator, and gives what is to be raised."""
    UNOPENED.inc()
    _LOG.error("What is sealed in %s as %r does not open (docs/operations.md).", stream, part)
    return PartUnopened(part)
