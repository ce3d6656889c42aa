"""Several API processes on one port. The kernel spreads new connections over them."""

import asyncio
import logging
import os
import signal
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final

from cheguan.itself import again, same_files
from cheguan.listeners import Listeners, listen
from cheguan.registry import Registry
from cheguan.settings import Settings
from cheguan.signals import stop_on_signal
from workers.pause import pause

AGAIN_S: Final = 1.0
_LOG: Final = logging.getLogger(__name__)


async def serve_in(count: int, settings: Settings, url: str, registry: Registry) -> None:
    """Keeps ``count`` processes up until a signal, and then lets each finish its requests.

    A process that ends by itself is started again. Its sockets stay open meanwhile, so
    connections to it wait and are not refused. Each has an operators' port of its own.
    """
    stop = stop_on_signal()
    told = {"DATABASE_URL": url, "CHEGUAN_REGISTRY": registry.path}
    with ExitStack() as open_sockets:
        listening, operators = [], settings.operators_at
        for number in range(count):
            each = listen(settings, shared=True, number=number)
            open_sockets.callback(each.close)
            found = {"port": each.public.getsockname()[1], "operators_port": operators}
            settings = settings.model_copy(update=found)
            listening.append(each)
        async with asyncio.TaskGroup() as tasks:
            for each in listening:
                tasks.create_task(_keep_up(each, told, stop))


async def _keep_up(listening: Listeners, told: Mapping[str, str], stop: asyncio.Event) -> None:
    stopping = asyncio.create_task(stop.wait())
    try:
        while not stop.is_set():
            process = await asyncio.create_subprocess_exec(
                *again("cheguan", "serve", "--listening", "{},{}".format(*listening.descriptors)),
                env={**os.environ, **same_files(), **told},
                pass_fds=listening.descriptors,
                start_new_session=True,
            )
            ending = asyncio.create_task(process.wait())
            await asyncio.wait({ending, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not ending.done():
                process.send_signal(signal.SIGTERM)
            status = await ending
            if not stop.is_set():
                _LOG.error("An API process ended with %d and is started again.", status)
                await pause(stop, AGAIN_S)
    finally:
        stopping.cancel()
