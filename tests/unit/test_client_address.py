"""From where a request comes."""

import pytest

from api.client_address import client_address


@pytest.mark.parametrize(
    ("client", "place"),
    [
        (("203.0.113.7", 40_000), "203.0.113.7"),
        (("::ffff:203.0.113.7", 1), "203.0.113.7"),
        (("2001:db8:1:2:3:4:5:6", 1), "2001:db8:1:2::/64"),
        (("2001:db8:1:2::1", 1), "2001:db8:1:2::/64"),
        (("testclient", 1), "unknown"),
        (None, "unknown"),
    ],
)
def test_the_place_is_the_address_or_the_network_of_an_ipv6_subscriber(
    client: tuple[str, int] | None, place: str
) -> None:
    assert client_address({"type": "http", "client": client}) == place


def test_a_server_that_tells_no_client_tells_no_place() -> None:
    assert client_address({"type": "http"}) == "unknown"
