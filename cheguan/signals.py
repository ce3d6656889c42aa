"""The one place for Ctrl-C and SIGTERM. Both mean to stop in order."""

import asyncio
import signal


def stop_on_signal() -> asyncio.Event:
    """An event of the running loop that the first SIGINT or SIGTERM sets."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
