"""The composition root: every part is made here and handed to whoever works with it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from api.accesses.recorder import AccessRecorder
from api.bank import DemoBank
from api.demo_issuer import ISSUER, DemoIssuer
from api.desk import Desk
from api.identity import TokenVerifier
from api.issuer_keys import IssuerKeys, NobodysKeys, PublishedKeys
from api.json_scan import check_json
from api.limits import FileLimits, Limits, UploadLimits
from api.live.source import LiveSource
from api.one_time_codes.counter import CodeCounter
from api.patience import Patience
from api.rates.guesses import Guesses
from api.rates.token_buckets import TokenBuckets
from api.readiness import Readiness
from cheguan.bank_client import bank_of
from cheguan.bank_secrets import callback_secrets
from cheguan.carrier_client import carriers_of
from cheguan.carrier_secrets import carrier_secrets
from cheguan.carrier_ways import first_scan_within
from cheguan.clamd import scanner
from cheguan.key_check import checked
from cheguan.live_keys import LiveKeys
from cheguan.rates import rates
from cheguan.reaction_names import reaction_names
from cheguan.read_pool import pool
from cheguan.refold import refold
from cheguan.registry import REGISTRY, Registry
from cheguan.settings import Settings
from cheguan.sms import sends
from cheguan.town.stored_clock import following
from cheguan.wall_clock import Clock, wall_clock
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.door.door import Door
from domain.drafts.drafts import Drafts
from domain.event_store.connection import connector
from domain.event_store.draft_table import PostgresDraftTable
from domain.event_store.home_issuer import name_home_issuer
from domain.event_store.inbox_table import PostgresInboxTable
from domain.event_store.key_table import PostgresKeyTable
from domain.event_store.pending import StoreUnavailable
from domain.event_store.store import open_store
from domain.event_store.upload_table import PostgresUploadTable
from domain.inbox.inbox import Inbox
from domain.keyring import Keyring
from domain.offices.tree import OFFICES
from domain.one_time_codes.maker import CodeMaker
from domain.secret_keys import Secrets
from domain.services.catalogue import EVERY_SERVICE
from domain.submission.line import Reception
from domain.submission.sealing import Applications
from domain.uploads.custody import Custody
from domain.uploads.samples import SAMPLE_KEY, samples
from projections.engine.waiting_room import WaitingRoom
from workers.draws.custody import SeedCustody
from workers.registers.own import OwnRegister


def build_id() -> str:
    """The program that decides, as every envelope names it."""
    try:
        return f"cheguan {version('cheguan')}"
    except PackageNotFoundError:
        return "cheguan from source"


BUILD: Final = build_id()


@asynccontextmanager
async def desk(
    settings: Settings,
    url: str,
    clock: Clock = wall_clock,
    registry: Registry = REGISTRY,
    *,
    home: str | None = None,
) -> AsyncIterator[Desk]:
    """All that a process of the API or a worker needs, while the context is open.

    ``home`` is the store's own issuer. A process that takes no tokens needs none.
    """
    vault_url = settings.vault_database_url or url
    keys, uploads = PostgresKeyTable(vault_url), PostgresUploadTable(vault_url)
    drafts, messages = PostgresDraftTable(vault_url), PostgresInboxTable(url)
    live = await asyncio.to_thread(LiveKeys, partial(keys_of, settings, url), keys)
    keyring = Keyring(keys, live.wrapping, renewed=live.followed)
    applications = Applications(keyring, live.index, live.names, EVERY_SERVICE)
    maker = CodeMaker(keyring, live.index, live.names)
    reading = pool(url, settings.reader_connections)
    health = pool(url, settings.health_connections)
    waiting_room, buckets = WaitingRoom(connector(url)), TokenBuckets(url, live.names)
    live_source = LiveSource(connector(url))
    async with (
        open_store(
            url,
            registry.codec,
            queue_max=settings.queue_max,
            batch_max=settings.max_batch,
            known=settings.known_dir,
        ) as store,
        reading,
        health,
        bank_of(settings) as bank_port,
        carriers_of(settings) as carriers,
        following(url, clock) as demo_clock,
        live.following(),
    ):
        door = Door(
            store,
            clock=clock,
            catalogue=EVERY_SERVICE,
            calendar=Calendar(),
            build=BUILD,
            codec=registry.codec,
        )
        readiness = Readiness(store.ready, keys.ready)
        accesses, guesses = AccessRecorder(door, clock), Guesses(buckets)
        codes = CodeCounter(door, guesses, maker, live.follow) if sends(settings) else None
        custody = Custody(uploads, keyring, live.index, scanner(settings))
        try:
            if settings.demo:
                # A vault that takes nothing just now has them at the next start.
                with suppress(StoreUnavailable):
                    await uploads.place(live.wrapping.wrap_all([SAMPLE_KEY])[0], samples())
            yield Desk(
                door=door,
                accesses=accesses,
                applications=applications,
                reception=Reception(
                    applications, keyring, check_json, partial(door.prepare, CASE), uploads.usable
                ),
                uploads=uploads,
                custody=custody,
                drafts=Drafts(drafts, keyring),
                seeds=SeedCustody(door, keyring),
                inbox=Inbox(messages, keys, keyring, live.names),
                callback_secrets=callback_secrets(settings),
                carrier_secrets=carrier_secrets(settings),
                log=store,
                keyring=keyring,
                index=live.index,
                names=live.names,
                follow_keys=live.follow,
                reading=reading,
                health=health,
                waiting_room=waiting_room,
                live=live_source,
                readiness=readiness,
                guesses=guesses,
                verifier=_verifier(settings, home),
                demo_issuer=DemoIssuer(settings.secrets_dir) if settings.demo else None,
                patience=Patience(settings.request_deadline_s),
                clock=clock,
                catalogue=EVERY_SERVICE,
                codec=registry.codec,
                read_models=registry.names,
                reactions=reaction_names(settings, registry.codec),
                refold=refold(url, registry),
                codes=codes,
                bank=DemoBank(door) if settings.demo else None,
                bank_port=bank_port,
                carriers=carriers,
                carrier_tells_within=first_scan_within(settings),
                register=None if settings.register_url else OwnRegister(door, live.names, clock),
                demo_clock=demo_clock,
            )
        finally:
            await accesses.close()
            await live_source.close()
            await waiting_room.close()
            await readiness.close()
            await buckets.close()
            await drafts.close()
            await messages.close()
            await uploads.close()
            await keys.close()


def keys_of(settings: Settings, url: str) -> Secrets:
    """The keys of the data. Raises ``WrongSecrets`` if those at hand are not."""
    return checked(url, settings.vault_database_url or url, settings.secrets_dir)


def limits(settings: Settings) -> Limits:
    """What a request to the API may be, and how often one may come."""
    return Limits(
        body_limit=settings.body_limit,
        body_seconds=settings.body_seconds,
        upload=UploadLimits(
            idle_seconds=settings.upload_idle_seconds,
            seconds=settings.upload_seconds,
            bytes_per_second=settings.upload_bytes_per_second,
        ),
        files=FileLimits(seconds=settings.document_seconds),
        rates=rates(settings),
    )


def home_issuer(settings: Settings, url: str) -> str:
    """The store's own issuer: the one that this process believes, if the store has none yet."""
    return name_home_issuer(url, _believed(settings))


def _believed(settings: Settings) -> str:
    return settings.issuer if settings.issuer and settings.jwks_url else ISSUER


def _verifier(settings: Settings, home: str | None) -> TokenVerifier:
    return TokenVerifier(
        issuer=_believed(settings),
        home=home,
        keys=_issuer_keys(settings),
        offices=OFFICES,
        audience=settings.audience,
    )


def _issuer_keys(settings: Settings) -> IssuerKeys:
    """Those of the issuer. The demo's are believed only where that was said aloud."""
    if settings.issuer and settings.jwks_url:
        return PublishedKeys(settings.jwks_url)
    return DemoIssuer(settings.secrets_dir) if settings.demo else NobodysKeys()
