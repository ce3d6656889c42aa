"""A service whose surroundings nobody has described does not start."""

from pathlib import Path
from typing import Any, Final

import pytest
from typer.testing import CliRunner

from cheguan.cli import app
from cheguan.exposure import check_exposure, public_address
from cheguan.mendable import said
from cheguan.settings import Settings, UnsafeSettings

ISSUER: Final = {"issuer": "https://id.example", "jwks_url": "https://id.example/keys"}
BEHIND: Final = {"allowed_hosts": "Cheguan.example", "trusted_proxies": "10.0.0.5, 172.16.0.0/12"}


def settings(**given: Any) -> Settings:
    return Settings.model_validate(given)


def test_on_this_machine_an_issuer_is_enough_and_so_are_demo_identities_said_aloud() -> None:
    check_exposure(settings(**ISSUER))
    check_exposure(settings(demo=True))
    with pytest.raises(UnsafeSettings, match="--demo-identities"):
        check_exposure(settings())


def test_the_command_line_takes_no_demo_token_by_itself(tmp_path: Path) -> None:
    variables = {"CHEGUAN_DATA": str(tmp_path), "CHEGUAN_PORT": "0", "CHEGUAN_DEMO": ""}
    runner = CliRunner(env=variables)
    wrong = runner.invoke(app, ["serve"]).exception
    assert isinstance(wrong, UnsafeSettings)
    assert "CHEGUAN_ISSUER" in said(wrong)
    aloud = ["serve", "--demo-identities"]
    elsewhere = runner.invoke(app, aloud, env={"CHEGUAN_HOST": "0.0.0.0"}).exception
    assert isinstance(elsewhere, UnsafeSettings)
    assert "CHEGUAN_DEMO" in said(elsewhere)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", [{"host": "0.0.0.0"}, {"production": True}])
@pytest.mark.parametrize("lacking", BEHIND)
def test_production_needs_names_and_proxies(where: dict[str, Any], lacking: str) -> None:
    check_exposure(settings(**ISSUER, **BEHIND, **where))
    with pytest.raises(UnsafeSettings, match=f"CHEGUAN_{lacking.upper()} is not set"):
        check_exposure(settings(**ISSUER, **{**BEHIND, lacking: " , "}, **where))
    with pytest.raises(UnsafeSettings, match="HSTS"):
        check_exposure(settings(**ISSUER, **BEHIND, **where, hsts_seconds=0))


@pytest.mark.parametrize("proxy", ["*", "proxy.example", "10.0.0.0/40", "10.0.0.5:80"])
def test_a_proxy_is_named_by_its_address(proxy: str) -> None:
    with pytest.raises(UnsafeSettings, match="CHEGUAN_TRUSTED_PROXIES"):
        check_exposure(settings(**ISSUER, trusted_proxies=proxy))


def test_the_names_are_those_that_were_set_or_those_of_this_machine() -> None:
    named = public_address(settings(**ISSUER, **BEHIND, host="0.0.0.0", hsts_seconds=60))
    assert named.hosts == {"cheguan.example"}
    assert (named.https, named.hsts_s) == (True, 60)
    here = public_address(settings(demo=True, host="127.0.0.2"))
    assert here.hosts == {"localhost", "127.0.0.1", "127.0.0.2", "::1"}
    assert not here.https
