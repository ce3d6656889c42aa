"""How a process runs: on uvloop where there is one, with a collector that ignores what stays."""

import asyncio
import gc
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

Result = TypeVar("Result")

_THRESHOLDS: Final = (50_000, 20, 100)


def run(main: Coroutine[Any, Any, Result]) -> Result:
    """Runs ``main`` to its end."""
    settle()
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        return runner.run(main)


def settle() -> None:
    """Keeps the collector from modules, schemas and tables, which live as long as the process."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)


def loop_factory() -> Any:
    """Makes event loops. None means those of asyncio."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
