"""A producer of Kafka that could not be closed is thrown away without a word."""

import gc
from typing import Any

import pytest
from kafka.errors import KafkaTimeoutError

from workers.kafka.producer import QuietProducer


class _BrokerAway(QuietProducer):
    """Closes as kafka-python does while no broker acknowledges what is under way."""

    def __init__(self) -> None:
        """Connects to nothing."""

    def close(self, timeout: float | None = None, null_logger: bool = False) -> None:
        raise KafkaTimeoutError


def test_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[Any] = []
    monkeypatch.setattr("sys.unraisablehook", said.append)
    producer = _BrokerAway()
    del producer
    gc.collect()
    assert said == []
