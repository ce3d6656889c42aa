"""What a private node of Kafka listens on and reads."""

import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HOST: Final = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Ports:
    """Where a node listens for clients and for the other nodes."""

    clients: int
    nodes: int


def settings(folder: Path, number: int, ports: Sequence[Ports]) -> str:
    """What the node reads. It listens on loopback only, and loses nothing acknowledged."""
    own, copies = ports[number - 1], min(3, len(ports))
    voters = ",".join(f"{n}@{HOST}:{p.nodes}" for n, p in enumerate(ports, 1))
    chosen = {
        "process.roles": "broker,controller",
        "node.id": number,
        "controller.quorum.voters": voters,
        "controller.listener.names": "CONTROLLER",
        "listeners": f"PLAINTEXT://{HOST}:{own.clients},CONTROLLER://{HOST}:{own.nodes}",
        "advertised.listeners": f"PLAINTEXT://{HOST}:{own.clients}",
        "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs": folder.resolve() / "log",
        "auto.create.topics.enable": "false",
        "unclean.leader.election.enable": "false",
        "min.insync.replicas": max(1, copies - 1),
        "offsets.topic.num.partitions": 1,
        "offsets.topic.replication.factor": copies,
        "transaction.state.log.num.partitions": 1,
        "transaction.state.log.replication.factor": copies,
        "transaction.state.log.min.isr": max(1, copies - 1),
        "group.initial.rebalance.delay.ms": 0,
    }
    return "".join(f"{name}={value}\n" for name, value in chosen.items())


def free_ports(nodes: int) -> list[Ports]:
    """Finds free ports, all held at once so that no two are the same."""
    probes = [socket.socket() for _ in range(2 * nodes)]
    try:
        for probe in probes:
            probe.bind((HOST, 0))
        numbers = [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()
    return [Ports(numbers[n], numbers[n + 1]) for n in range(0, len(numbers), 2)]
