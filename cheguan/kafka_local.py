"""Decides with which broker a command works: the one set, the one of `make kafka`, or its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psutil

from cheguan.embedded import data_directory
from cheguan.kafka_broker import KafkaCluster, private_kafka
from cheguan.kafka_node import STOP_WITHIN, listens
from cheguan.kafka_node_settings import Ports
from cheguan.keeper import DidNotStart, kept_up
from cheguan.settings import Settings

PORTS: Final = Ports(clients=9092, nodes=9093)
"""The ports of the broker that stays. Every client looks there first."""


def folder_of(data: Path | None = None) -> Path:
    return (data or data_directory()) / "kafka"


@contextmanager
def broker(settings: Settings, data: Path | None = None) -> Iterator[str]:
    """Gives bootstrap servers while the context is open. ``KAFKA_BOOTSTRAP_SERVERS`` wins."""
    folder = folder_of(data)
    running = settings.kafka_bootstrap_servers or running_on(folder)
    if running:
        yield running
        return
    with private_kafka(folder) as cluster, kept_up(*cluster.nodes):
        yield cluster.bootstrap_servers


def start(folder: Path, ports: Ports = PORTS) -> str:
    """Starts a broker that stays when this process ends, and returns its bootstrap servers."""
    if running := running_on(folder):
        return running
    cluster = KafkaCluster(folder, ports=[ports])
    if listens(cluster.bootstrap_servers):
        raise DidNotStart("Kafka", f"something else listens on {cluster.bootstrap_servers}")
    cluster.prepare()
    (node,) = cluster.nodes
    _owner(folder).write_text(f"{node.launch_to_stay()} {cluster.bootstrap_servers}\n")
    node.wait_until_up()
    return cluster.bootstrap_servers


def stop(folder: Path) -> bool:
    """Stops the broker that stays. Says whether there was one."""
    process = _process(folder)
    if process is None:
        return False
    process.terminate()
    try:
        process.wait(STOP_WITHIN)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(STOP_WITHIN)
    _owner(folder).unlink()
    return True


def running_on(folder: Path) -> str | None:
    """The bootstrap servers of a broker that :func:`start` has left running."""
    if _process(folder) is None:
        return None
    return _owner(folder).read_text().split()[1]


def _owner(folder: Path) -> Path:
    return folder / "running"


def _process(folder: Path) -> psutil.Process | None:
    """The process of the node, known by the folder in which it works.

    Another process may have been given an old process number.
    """
    try:
        process = psutil.Process(int(_owner(folder).read_text().split()[0]))
        return process if Path(process.cwd()).parent == folder.resolve() else None
    except (OSError, psutil.Error):
        return None
