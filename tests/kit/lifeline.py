"""Ends a process of a test with its standard input, so that it never outlives the test."""

import os
import sys
import threading
from typing import Final

CODE: Final = 3


def end_with_input() -> None:
    """Watches the input in a thread of its own."""
    threading.Thread(target=_end, daemon=True).start()


def _end() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(CODE)
