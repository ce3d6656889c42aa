"""Two pages are of one site if scheme, host and port are the same (RFC 6454)."""

import pytest

from api.pages.kit.forms import origin

OURS = origin("https://cheguan.example")


@pytest.mark.parametrize("text", ["https://cheguan.example:443", "HTTPS://Cheguan.EXAMPLE"])
def test_the_port_of_the_scheme_and_capitals_make_no_difference(text: str) -> None:
    assert origin(text) == OURS is not None


@pytest.mark.parametrize(
    "text",
    [
        "http://cheguan.example",
        "http://cheguan.example:443",
        "https://cheguan.example:8443",
        "https://www.cheguan.example",
        "https://cheguan.example@evil.example",
        "https://evil.example@cheguan.example",
        "https://cheguan.example/",
        "https://cheguan.example:x",
        "https://[cheguan.example",
        "cheguan.example",
        "null",
        "",
    ],
)
def test_everything_else_is_another_site(text: str) -> None:
    assert origin(text) != OURS
