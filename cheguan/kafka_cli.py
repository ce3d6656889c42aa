"""``cheguan kafka``: a broker of this machine, and the topic."""

import asyncio
import sys

import typer

from cheguan.lag import Within, exit_code
from cheguan.projections_cli import opened

app = typer.Typer(no_args_is_help=True, help="Kafka: a broker of this machine, and the topic.")


@app.command("start")
def kafka_start() -> None:
    """Start a broker that stays, and say where; KAFKA_BOOTSTRAP_SERVERS wins."""
    from cheguan import kafka_local
    from cheguan.settings import Settings
    from cheguan.surroundings import check_folder, check_servers

    if servers := Settings().kafka_bootstrap_servers:
        check_servers(servers)
    else:
        check_folder("CHEGUAN_DATA", folder := kafka_local.folder_of())
        servers = kafka_local.start(folder)
    typer.echo(f"KAFKA_BOOTSTRAP_SERVERS={servers}")


@app.command("stop")
def kafka_stop() -> None:
    """Stop the broker that ``start`` has started."""
    from cheguan import kafka_local

    stopped = kafka_local.stop(kafka_local.folder_of())
    typer.echo("stopped" if stopped else "no broker was running")


@app.command("init")
def kafka_init() -> None:
    """Make the topic if it is not there; exit code 1 if a setting of it loses data."""
    from cheguan.settings import Settings
    from cheguan.worker import kafka_servers
    from workers.kafka.topic import check, create

    settings = Settings()
    servers, topic = kafka_servers(settings), settings.kafka_topic
    typer.echo(f"{topic}: {'made' if create(servers, topic) else 'was there'}")
    losing = check(servers, topic)
    for line in losing:
        typer.echo(f"{topic}: {line}")
    sys.exit(1 if losing else 0)


@app.command("status")
def kafka_status(within: Within = None) -> None:
    """How many events the topic lacks yet."""
    from cheguan.settings import Settings

    settings = Settings()
    with opened() as (url, _):
        behind = asyncio.run(_behind(url, settings.kafka_topic))
    if behind is None:
        typer.echo(
            f"{settings.kafka_topic}: no relay has begun; start `cheguan work relay`", err=True
        )
        sys.exit(1)
    typer.echo(f"{settings.kafka_topic}: {behind} events behind")
    sys.exit(exit_code(behind, within))


async def _behind(url: str, topic: str) -> int | None:
    from domain.event_store.connection import connect
    from projections.engine.standing import relays

    connection = await connect(url)
    try:
        return (await relays(connection)).get(topic)
    finally:
        await connection.close()
