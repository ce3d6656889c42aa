"""The lines of the security log, for a test that looks at what was noted."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from logging import INFO, Handler, LogRecord
from typing import Any

from api.security.allowance import Allowance
from api.security.log import LOG, SECURITY


class _Kept(Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[dict[str, Any]] = []

    def emit(self, record: LogRecord) -> None:
        self.lines.append(json.loads(record.getMessage()))


@contextmanager
def security_lines() -> Iterator[list[dict[str, Any]]]:
    """Gathers the lines that are written while the context is open, as in a minute of its own."""
    kept, before = _Kept(), LOG.level
    SECURITY.allowance = Allowance()
    LOG.addHandler(kept)
    LOG.setLevel(INFO)
    try:
        yield kept.lines
    finally:
        LOG.removeHandler(kept)
        LOG.setLevel(before)
