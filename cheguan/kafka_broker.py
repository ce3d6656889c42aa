"""A private Kafka for a machine that has none: one node, or several that form a cluster."""

import uuid
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cheguan.kafka_node import KafkaNode
from cheguan.kafka_node_settings import Ports, free_ports
from cheguan.keeper import DidNotStart


class KafkaCluster:
    """Nodes that know each other, below one folder."""

    def __init__(self, folder: Path, nodes: int = 1, ports: Sequence[Ports] = ()) -> None:
        chosen = ports or free_ports(nodes)
        self.nodes = [
            KafkaNode(folder / f"node-{number}", number, chosen) for number in range(1, nodes + 1)
        ]

    @property
    def bootstrap_servers(self) -> str:
        return ",".join(node.address for node in self.nodes)

    def start(self) -> None:
        self.prepare()
        for node in self.nodes:
            node.launch()
        for node in self.nodes:
            node.wait_until_up()

    def prepare(self) -> None:
        cluster = urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
        formatting = [(node, node.prepare(cluster)) for node in self.nodes]
        for node, process in formatting:
            if process and process.wait():
                raise DidNotStart(node.name, node.last_words())

    def stop(self) -> None:
        """Stops a single node in order. Several would each wait for the others to take over."""
        for node in self.nodes:
            node.stop() if len(self.nodes) == 1 else node.kill()


@contextmanager
def private_kafka(folder: Path, nodes: int = 1) -> Iterator[KafkaCluster]:
    """Runs a cluster, with its data below the folder, while the context is open."""
    cluster = KafkaCluster(folder, nodes)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
