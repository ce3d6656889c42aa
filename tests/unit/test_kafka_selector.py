import selectors
import socket

import pytest
from kafka.net.selector import NetworkSelector
from kafka.net.transport import KafkaTCPTransport

from workers.kafka.selector import ClosingSelector


@pytest.mark.parametrize(
    ("selector", "left_open"), [(selectors.DefaultSelector, True), (ClosingSelector, False)]
)
def test_a_client_that_is_closed_as_it_asks(selector: type, left_open: bool) -> None:
    """Both, so that the day is seen when kafka-python closes it by itself."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        net = NetworkSelector(selector=selector)
        transport = KafkaTCPTransport(net, ours)
        transport.write(b"a request")
        transport.close()
        net.close()
        assert (ours.fileno() >= 0) is left_open


def test_sockets_that_were_closed_are_forgotten() -> None:
    with ClosingSelector() as selector:
        for _ in range(100):
            ours, theirs = socket.socketpair()
            selector.register(ours, selectors.EVENT_READ)
            selector.unregister(ours)
            ours.close()
            theirs.close()
        assert len(selector._watched) < 100
