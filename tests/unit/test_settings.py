"""Settings: read from the environment, and refused where they would let anyone in."""

from pathlib import Path

import pytest

from api.demo_issuer import DemoIssuer
from api.private_file import KeyFileUnsafe
from cheguan.settings import Settings, UnsafeSettings, check_identities

ISSUER = {"issuer": "https://id.example", "jwks_url": "https://id.example/keys"}


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "VAULT_DATABASE_URL", "CHEGUAN_HOST", "CHEGUAN_DEMO"):
        monkeypatch.delenv(name, raising=False)


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:hidden@db/cheguan")
    monkeypatch.setenv("CHEGUAN_PORT", "8080")
    monkeypatch.setenv("CHEGUAN_ISSUER", "")
    settings = Settings()
    assert settings.database_url == "postgresql://u:hidden@db/cheguan"
    assert settings.port == 8080
    assert settings.issuer is None
    assert "hidden" not in repr(settings)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_demo_identities_are_fine_on_this_machine_alone(host: str) -> None:
    check_identities(Settings(host=host, demo=True))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.5", "cheguan.example", ""])
def test_any_other_address_needs_an_issuer_and_no_demo(host: str) -> None:
    with pytest.raises(UnsafeSettings, match="CHEGUAN_ISSUER"):
        check_identities(Settings(host=host))
    with pytest.raises(UnsafeSettings, match="CHEGUAN_DEMO"):
        check_identities(Settings.model_validate({"host": host, "demo": True, **ISSUER}))
    check_identities(Settings.model_validate({"host": host, **ISSUER}))


@pytest.mark.parametrize(
    "half",
    [
        {"issuer": "https://id.example"},
        {"jwks_url": "https://id.example/keys"},
        {"issuer": "http://id.example", "jwks_url": "http://id.example/keys"},
        {"issuer": "x", "jwks_url": "file:///etc/passwd"},
    ],
)
def test_an_issuer_comes_with_its_keys_over_a_private_channel(half: dict[str, str]) -> None:
    with pytest.raises(UnsafeSettings):
        check_identities(Settings.model_validate(half))


def test_a_key_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    DemoIssuer(tmp_path)
    path = tmp_path / "demo-issuer.pem"
    path.chmod(0o640)
    with pytest.raises(KeyFileUnsafe, match="0600"):
        DemoIssuer(tmp_path)


def test_a_key_file_of_another_kind_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "demo-issuer.pem"
    path.write_bytes(b"nonsense")
    path.chmod(0o600)
    with pytest.raises(KeyFileUnsafe):
        DemoIssuer(tmp_path)


def test_an_address_with_a_password_may_stand_in_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "database_url"
    file.write_text("postgresql://somewhere/cheguan\n")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATABASE_URL_FILE", str(file))
    assert Settings().database_url == "postgresql://somewhere/cheguan"
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/cheguan")
    assert Settings().database_url == "postgresql://elsewhere/cheguan"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"port": 8000}, 9000),
        ({"port": 65_000}, 64_000),
        ({"port": 0}, 0),
        ({"port": 8000, "operators_port": 0}, 0),
        ({"port": 0, "operators_port": 9100}, 9100),
    ],
)
def test_operators_have_a_port_beside_that_of_everybody(given: dict[str, int], found: int) -> None:
    assert Settings.model_validate(given).operators_at == found
