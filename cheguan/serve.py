"""``cheguan serve``: checks everything first, and then serves in one process or in several."""

import logging
from contextlib import nullcontext
from typing import Final

from cheguan.compose import desk, home_issuer, keys_of
from cheguan.database import database
from cheguan.event_loop import run
from cheguan.exposure import check_exposure
from cheguan.fleet import serve_in
from cheguan.listeners import check_ports, inherited
from cheguan.projections_cli import registered
from cheguan.registry import Registry
from cheguan.server import serve_until, server
from cheguan.service_clock import clock_of
from cheguan.settings import Settings, check_identities
from cheguan.signals import stop_on_signal
from cheguan.sms import NONE, sends
from cheguan.surroundings import check_folders
from cheguan.wall_clock import Clock

_log: Final = logging.getLogger(__name__)


def serve(settings: Settings, processes: int, listening: str | None) -> None:
    """Serves until a signal. ``listening`` are descriptors of the process that started this one.

    Raises what :mod:`cheguan.mendable` names.
    """
    check_identities(settings)
    check_exposure(settings)
    if listening is None:
        check_ports(settings, processes)
    check_folders(settings)
    if not sends(settings):
        _log.warning(NONE)
    registry = registered()
    with database(settings, registry) as url:
        clock = clock_of(url, settings)
        keys_of(settings, url)
        if processes == 1:
            run(_serve(settings, url, registry, clock, listening))
        else:
            run(serve_in(processes, settings, url, registry))


async def _serve(
    settings: Settings, url: str, registry: Registry, clock: Clock, listening: str | None
) -> None:
    home = home_issuer(settings, url)
    stop = stop_on_signal()
    given = inherited(listening) if listening else None
    async with desk(settings, url, clock, registry, home=home) as made:
        serving = server(settings, registry, lambda: nullcontext(made))
        await serve_until(stop, serving, given)
