"""Several API processes on one port. The kernel spreads new connections over them."""

import asyncio
from contextlib import ExitStack

from cheguan.kept_process import Ours, keep_up
from cheguan.listeners import listen
from cheguan.registry import Registry
from cheguan.settings import Settings
from cheguan.signals import stop_on_signal


async def serve_in(count: int, settings: Settings, url: str, registry: Registry) -> None:
    """Keeps ``count`` processes up until a signal, and then lets each finish its requests.

    A process that ends by itself is started again. Its sockets stay open meanwhile, so
    connections to it wait and are not refused. Each has an operators' port of its own.
    """
    stop = stop_on_signal()
    told = {"DATABASE_URL": url, "CHEGUAN_REGISTRY": registry.path}
    if settings.demo:
        told["CHEGUAN_DEMO"] = "1"
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
                given = "{},{}".format(*each.descriptors)
                ours = Ours(("serve", "--listening", given), told, each.descriptors)
                tasks.create_task(keep_up(ours, stop))
