"""No address of a partner leads inside, however it is written (CWE-918)."""

import pytest

from domain.webhooks.address import is_fit, is_loopback, is_public

INSIDE = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # an address of nobody
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::10.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1",
    "2002:a00:1::1",
    "2002:7f00:1::",
    "2001:0:53aa:64c::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "not an address",
    "",
)
OUTSIDE = ("8.8.8.8", "1.1.1.1", "203.119.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8")
UNFIT = (
    "http://hooks.insurer.example/",
    "ftp://hooks.insurer.example/",
    "file:///etc/passwd",
    "https://",
    "https://insurer/",
    "https://localhost/",
    "https://localhost./",
    "https://127.0.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[::1]/",
    "https://[fe80::1%25eth0]/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://10.0.0.1:443/",
    "https://user:secret@hooks.insurer.example/",
    "https://hooks.insurer.example@10.0.0.1/",
    "https://hooks.insurer.example:22/",
    "https://hooks.insurer.example:99999/",
    "https://hooks.insurer.example/#part",
    "https://hooks.insurer.example\\@10.0.0.1/",
    "https://hooks.insurer.example/a b",
    "https://hooks.insurer.example/\r\nhost: inside",
    "https://保险.example/",
    "//hooks.insurer.example/",
    "hooks.insurer.example",
)


@pytest.mark.parametrize("resolved", INSIDE)
def test_what_lies_inside_is_not_public(resolved: str) -> None:
    assert not is_public(resolved)


@pytest.mark.parametrize("resolved", OUTSIDE)
def test_what_lies_outside_is(resolved: str) -> None:
    assert is_public(resolved)


@pytest.mark.parametrize("address", UNFIT)
def test_such_an_address_is_not_entered(address: str) -> None:
    assert not is_fit(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://hooks.insurer.example/cheguan",
        "https://hooks.insurer.example:8443/cheguan?of=henan",
        "https://xn--fiqs8s.example/hook",
    ],
)
def test_a_name_with_https_is(address: str) -> None:
    assert is_fit(address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9000/", "http://localhost:9000/x"])
def test_this_machine_is_let_through_where_a_demonstration_says_so(address: str) -> None:
    assert is_fit(address, loopback=True)
    assert not is_fit(address)
    assert not is_fit("http://10.0.0.1:9000/", loopback=True)
    assert not is_fit("http://127.1:9000/", loopback=True)


def test_loopback_is_nothing_else() -> None:
    assert [is_loopback(each) for each in ("127.0.0.1", "::1", "10.0.0.1", "x")] == [
        True,
        True,
        False,
        False,
    ]
