"""A client is generated from the description, and goes from an application to its tracking."""

import asyncio
import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final
from uuid import uuid4

import pytest

from domain.people import Role
from tests.conftest import fresh_database
from tests.fuzz.office import Fuzzed, fuzzed

PACKAGE: Final = "cheguan_api_client"


@pytest.fixture(scope="module")
def office(
    postgres_server: str, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Fuzzed]:
    with (
        fresh_database(postgres_server, migrated_template) as url,
        fuzzed(url, tmp_path_factory.mktemp("client")) as opened,
    ):
        yield opened


@pytest.fixture
def client(office: Fuzzed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The package as it is generated, found under its own name."""
    subprocess.run(
        [
            *(sys.executable, "-m", "openapi_python_client", "generate"),
            *("--url", f"{office.address}/openapi.json", "--meta", "none"),
            *("--output-path", str(tmp_path / PACKAGE)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield importlib.import_module(PACKAGE)
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


def called(name: str) -> Any:
    """The function of one operation, such as ``applications.submit_application``."""
    return importlib.import_module(f"{PACKAGE}.api.{name}").sync_detailed


async def test_a_generated_client_goes_from_application_to_tracking(
    office: Fuzzed, client: ModuleType
) -> None:
    opened: Any = client.AuthenticatedClient(office.address, office.token(Role.APPLICANT))
    models: Any = importlib.import_module(f"{PACKAGE}.models")

    def went(signed: Any) -> tuple[Any, Any, Any, Any]:
        offered = called("services.list_services")(client=signed).parsed
        code = [service.code for service in offered if service.open_][-1]
        example = called("services.get_service")(code, client=signed).parsed.example.to_dict()
        form = getattr(models, "".join(word.capitalize() for word in code.split("_")))
        receipt = called("applications.submit_application")(
            client=signed, body=form.from_dict(example), idempotency_key=str(uuid4())
        ).parsed
        mine = called("applications.list_applications")(
            client=signed, min_position=receipt.position
        ).parsed
        one = called("applications.get_application")(receipt.id, client=signed).parsed
        asked = models.TrackingRequest(
            reference=receipt.reference, last_four=example["applicant"]["id_no"][-4:]
        )
        return receipt, mine, one, called("tracking.track")(client=signed, body=asked).parsed

    with opened as signed:
        receipt, mine, one, tracked = await asyncio.to_thread(went, signed)
    assert [each.id for each in mine.applications] == [receipt.id]
    assert one.reference == tracked.reference == receipt.reference
    assert tracked.stage == one.stage
