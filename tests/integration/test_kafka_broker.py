"""A broker of this machine: it keeps what it was given, and leaves nothing running."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from kafka import KafkaConsumer, KafkaProducer, TopicPartition

from cheguan import kafka_local
from cheguan.kafka_broker import private_kafka
from cheguan.kafka_node import listens
from cheguan.kafka_node_settings import free_ports
from cheguan.settings import Settings
from workers.kafka.selector import ClosingSelector
from workers.kafka.topic import admin

HERE = TopicPartition("here", 0)


def test_a_killed_broker_keeps_what_it_has_acknowledged(tmp_path: Path) -> None:
    with private_kafka(tmp_path) as cluster:
        (node,) = cluster.nodes
        servers = cluster.bootstrap_servers
        client = admin(servers)
        client.create_topics({"here": {"num_partitions": 1}})
        client.close()
        producer = KafkaProducer(bootstrap_servers=servers)
        producer.send("here", b"kept", partition=0).get(30)
        producer.close()
        node.kill()
        assert not listens(servers)
        node.launch()
        node.wait_until_up()
        consumer = KafkaConsumer(
            bootstrap_servers=servers, auto_offset_reset="earliest", selector=ClosingSelector
        )
        consumer.assign([HERE])
        records = consumer.poll(30_000)
        consumer.close()
    assert [record.value for record in records[HERE]] == [b"kept"]
    assert not listens(servers)


def test_a_broker_that_stays_is_found_again_and_stopped(tmp_path: Path) -> None:
    folder = kafka_local.folder_of(tmp_path)
    servers = kafka_local.start(folder, free_ports(1)[0])
    try:
        assert kafka_local.start(folder) == servers
        with kafka_local.broker(Settings(kafka_bootstrap_servers=None), tmp_path) as joined:
            assert joined == servers
    finally:
        assert kafka_local.stop(folder)
    assert not listens(servers)
    assert not kafka_local.stop(folder)


def test_an_old_process_number_names_no_broker(tmp_path: Path) -> None:
    folder = kafka_local.folder_of(tmp_path)
    folder.mkdir()
    (folder / "running").write_text(f"{os.getpid()} 127.0.0.1:1\n")
    assert kafka_local.running_on(folder) is None
    assert not kafka_local.stop(folder)


def test_the_servers_that_are_set_win(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")
    with kafka_local.broker(Settings(), tmp_path) as servers:
        assert servers == "kafka:9092"


OWNER = """
import sys, time
from pathlib import Path
from cheguan.kafka_broker import private_kafka
with private_kafka(Path(sys.argv[1])) as cluster:
    print(cluster.nodes[0].pid, flush=True)
    time.sleep(600)
"""


def test_a_broker_ends_when_its_owner_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OWNER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout
        broker = psutil.Process(int(owner.stdout.readline()))
        owner.kill()
    psutil.wait_procs([broker], timeout=60)
    assert not broker.is_running()
