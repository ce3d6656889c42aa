"""The topic: how it is made, and which of its settings lose data."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from kafka.admin import ConfigResource, ConfigResourceType, KafkaAdminClient
from kafka.errors import TopicAlreadyExistsError

from projections.engine.partitions import PARTITIONS
from workers.kafka.selector import ClosingSelector

COPIES: Final = 3
_SETTINGS: Final[Mapping[str, str]] = {
    "cleanup.policy": "delete",
    "retention.ms": "-1",
    "retention.bytes": "-1",
    "unclean.leader.election.enable": "false",
    "message.timestamp.type": "CreateTime",
}
_LOSES: Final[Mapping[str, str]] = {
    "cleanup.policy": "compaction removes all but the last event of each stream",
    "retention.ms": "events are removed after a time",
    "retention.bytes": "events are removed when there are many",
    "unclean.leader.election.enable": "a copy that lags may become the leader",
}


class TopicUnusable(Exception):
    """The topic is missing, or has another number of partitions than the positions."""


def admin(servers: str) -> KafkaAdminClient:
    return KafkaAdminClient(
        bootstrap_servers=servers.split(","), bootstrap_timeout_ms=10_000, selector=ClosingSelector
    )


def create(servers: str, topic: str) -> bool:
    """Makes the topic with settings that keep everything. Returns False if it was there."""
    client = admin(servers)
    try:
        copies = min(COPIES, len(client.describe_cluster()["brokers"]))
        chosen = {**_SETTINGS, "min.insync.replicas": str(max(1, copies - 1))}
        wanted = {
            "num_partitions": PARTITIONS,
            "replication_factor": copies,
            "configs": chosen,
        }
        client.create_topics({topic: wanted}, wait_for_metadata=True)
    except TopicAlreadyExistsError:
        return False
    finally:
        client.close()
    return True


def check(servers: str, topic: str) -> Sequence[str]:
    """Returns a line for each setting that loses data. Raises :class:`TopicUnusable`."""
    client = admin(servers)
    try:
        brokers = len(client.describe_cluster()["brokers"])
        (described,) = client.describe_topics([topic])
        resource = ConfigResource(ConfigResourceType.TOPIC, topic)
        found = client.describe_configs([resource], config_filter="all")["topic"][topic]
    finally:
        client.close()
    partitions = described["partitions"]
    if len(partitions) != PARTITIONS:
        made = f"has {len(partitions)} partitions" if partitions else "does not exist"
        raise TopicUnusable(
            f"The topic {topic} {made}; {PARTITIONS} are needed: cheguan kafka init"
        )
    copies = min(len(partition["replica_nodes"]) for partition in partitions)
    settings = {name: setting["value"] for name, setting in found.items()}
    return losing(settings, copies, brokers)


def losing(settings: Mapping[str, Any], copies: int, brokers: int) -> list[str]:
    """Says which settings lose data, and how. ``copies`` is that of each partition.

    One broker alone cannot copy. What it loses is sent again from the store.
    """
    lines = [
        f"{name}={settings[name]}: {loss}"
        for name, loss in _LOSES.items()
        if settings[name] != _SETTINGS[name]
    ]
    if copies < min(COPIES, brokers):
        lines.append(f"replication factor {copies}: what a broker loses, another may not have")
    insync = int(settings["min.insync.replicas"])
    if copies > 1 and insync < 2:
        lines.append(f"min.insync.replicas={insync}: one copy alone acknowledges")
    return lines
