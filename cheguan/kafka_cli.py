"""``cheguan kafka``: a broker of this machine, and the topic."""

import sys

import typer

from api.settings import Settings
from cheguan import kafka_local
from cheguan.working import kafka_servers
from workers.kafka.topic import check, create

app = typer.Typer(no_args_is_help=True, help="Kafka: a broker of this machine, and the topic.")


@app.command("start")
def kafka_start() -> None:
    """Start a broker that stays, and say where; KAFKA_BOOTSTRAP_SERVERS wins."""
    servers = Settings().kafka_bootstrap_servers or kafka_local.start(kafka_local.folder_of())
    typer.echo(f"KAFKA_BOOTSTRAP_SERVERS={servers}")


@app.command("stop")
def kafka_stop() -> None:
    """Stop the broker that ``start`` has started."""
    stopped = kafka_local.stop(kafka_local.folder_of())
    typer.echo("stopped" if stopped else "no broker was running")


@app.command("init")
def kafka_init() -> None:
    """Make the topic if it is not there; exit code 1 if a setting of it loses data."""
    settings = Settings()
    servers, topic = kafka_servers(settings), settings.kafka_topic
    typer.echo(f"{topic}: {'made' if create(servers, topic) else 'was there'}")
    losing = check(servers, topic)
    for line in losing:
        typer.echo(f"{topic}: {line}")
    sys.exit(1 if losing else 0)
