"""One place for Ctrl-C and SIGTERM: both mean stop in order."""

import asyncio
import signal


def stop_on_signal() -> asyncio.Event:
    """An event that the first SIGINT or SIGTERM sets; for the running loop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
