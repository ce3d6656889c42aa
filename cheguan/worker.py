"""``cheguan work``: the workers beside the API."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from cheguan.carrier_ways import enquire
from cheguan.compose import desk
from cheguan.notices import send_notices
from cheguan.register import check, react
from cheguan.registry import Registry
from cheguan.service_clock import timepiece
from cheguan.settings import Settings, UnsafeSettings
from cheguan.signals import stop_on_signal
from cheguan.sms import send_messages
from cheguan.surroundings import check_servers
from cheguan.taken_in import take_in
from cheguan.wall_clock import Clock
from cheguan.webhooks import send_webhooks
from cheguan.worker_kinds import COMMANDING, FeedKind, Worker
from workers import (
    case_handlers,
    deadline_warnings,
    draft_sweep,
    holidays,
    projector,
    prover,
    ranker,
    relay,
    slipped_dates,
    timekeeper,
    upload_sweep,
)
from workers.draws import timetable
from workers.draws.custody import SeedCustody
from workers.notices.reminder_rounds import ReminderRounds
from workers.pause import stop_with_parent


@dataclass(frozen=True, slots=True)
class Work:
    """What one process does: which worker, and for a projector which read models and feed.

    No names are those of all read models. A projector of the store rests for ``every_s`` after
    a batch that was not full.
    """

    which: Worker = Worker.ALL
    feed: FeedKind = FeedKind.STORE
    names: Sequence[str] = ()
    every_s: float = 0.0


async def work(
    settings: Settings,
    url: str,
    what: Work,
    registry: Registry,
    clock: Clock,
    *,
    with_parent: bool = False,
) -> None:
    """Works until a signal, or, with ``with_parent``, until the parent process is gone.

    Raises what the first worker that failed has raised.
    """
    try:
        await _work(settings, url, what, registry, clock, with_parent=with_parent)
    except BaseExceptionGroup as failed:
        raise _first(failed) from None


def _first(failed: BaseException) -> BaseException:
    return _first(failed.exceptions[0]) if isinstance(failed, BaseExceptionGroup) else failed


async def _work(
    settings: Settings,
    url: str,
    what: Work,
    registry: Registry,
    clock: Clock,
    *,
    with_parent: bool,
) -> None:
    stop = stop_on_signal()
    async with asyncio.TaskGroup() as tasks:
        if with_parent:
            tasks.create_task(stop_with_parent(stop))
        if what.which in {Worker.ALL, Worker.PROJECTOR, Worker.PROJECT}:
            tasks.create_task(_projector(settings, url, what, registry, stop))
        if what.which in COMMANDING:
            tasks.create_task(_commanding(settings, url, what.which, registry, clock, stop))
        if what.which is Worker.RELAY:
            servers = kafka_servers(settings)
            tasks.create_task(relay.run(url, servers, settings.kafka_topic, stop))


def kafka_servers(settings: Settings) -> str:
    """The bootstrap servers. Raises ``UnsafeSettings`` when nobody has said where Kafka is."""
    if not settings.kafka_bootstrap_servers:
        raise UnsafeSettings("KAFKA_BOOTSTRAP_SERVERS is not set; `make kafka` prints it.")
    check_servers(settings.kafka_bootstrap_servers)
    return settings.kafka_bootstrap_servers


async def _projector(
    settings: Settings, url: str, what: Work, registry: Registry, stop: asyncio.Event
) -> None:
    chosen = [registry.projection(name) for name in what.names or registry.names]
    if what.feed is FeedKind.KAFKA:
        servers = kafka_servers(settings)
        await projector.from_kafka(url, servers, settings.kafka_topic, registry.codec, chosen, stop)
    else:
        await projector.from_store(url, registry.codec, chosen, stop, every_s=what.every_s)


async def _commanding(
    settings: Settings,
    url: str,
    which: Worker,
    registry: Registry,
    clock: Clock,
    stop: asyncio.Event,
) -> None:
    """The workers that give commands; in one process they share a door."""
    codec = registry.codec
    async with desk(settings, url, clock, registry) as made, asyncio.TaskGroup() as tasks:
        if which in {Worker.ALL, Worker.TIMEKEEPER}:
            tasks.create_task(timekeeper.run(url, codec, made.door, timepiece(codec, clock), stop))
            tasks.create_task(deadline_warnings.run(url, made.door, timepiece(codec, clock), stop))
            tasks.create_task(case_handlers.run(url, made.door, timepiece(codec, clock), stop))
            tasks.create_task(slipped_dates.run(url, made.door, timepiece(codec, clock), stop))
            rounds = ReminderRounds(made.door, made.keyring, made.names)
            tasks.create_task(rounds.run(url, timepiece(codec, clock), stop))
            tasks.create_task(holidays.run(url, made.door, stop))
            tasks.create_task(ranker.run(url, made.door, stop))
            tasks.create_task(prover.run(url, registry.projections, codec, made.clock, stop))
            vault_url = settings.vault_database_url or url
            tasks.create_task(upload_sweep.run(url, vault_url, codec, made.custody, stop))
            tasks.create_task(draft_sweep.run(vault_url, stop))
            custody = SeedCustody(made.door, made.keyring)
            tasks.create_task(timetable.run(url, custody, made.clock, stop))
        if which in {Worker.ALL, Worker.REACTOR}:
            tasks.create_task(react(settings, url, made, stop))
            tasks.create_task(send_messages(settings, url, made, stop))
            tasks.create_task(send_notices(settings, url, made, stop))
            tasks.create_task(send_webhooks(settings, url, made, stop))
            tasks.create_task(take_in(made, stop))
            tasks.create_task(enquire(settings, url, made, stop))
        if which in {Worker.ALL, Worker.CHECKER}:
            tasks.create_task(check(settings, url, made, stop))
