"""D10 over HTTP: a bad photo is refused with what exactly is wrong, and sent again at once."""

from typing import Any

from tests.kit.served import Service


async def in_review(service: Service) -> tuple[str, int]:
    """A photo that an officer has looked at and found bad, and the version of its case."""
    case: str = (await service.submitted("licence_photo_submit"))["id"]
    assert (await service.command(case, "accept-case", 1)).status_code == 200
    version = 2
    steps: list[tuple[str, dict[str, Any]]] = [
        ("start-review", {}),
        ("record-check", {"check": "C-PORTRAIT", "passed": False, "source": "documents"}),
    ]
    for name, body in steps:
        answer = await service.command(case, name, version, body, subject="reviewer-1")
        assert answer.status_code == 200, answer.text
        version += 1
    return case, version


async def refused(service: Service, case: str, version: int, *codes: str) -> Any:
    return await service.command(
        case, "refuse-case", version, {"codes": codes}, subject="reviewer-1"
    )


async def test_a_bad_photo_is_refused_with_what_is_wrong_and_another_follows_at_once(
    service: Service,
) -> None:
    case, version = await in_review(service)
    vague = await refused(service, case, version, "R-PHOTO")
    assert vague.status_code == 422
    assert "R-PHOTO-BLUR" in vague.json()["choices"]
    exact = await refused(service, case, version, "R-PHOTO-BLUR", "R-PHOTO-BACKGROUND")
    assert exact.status_code == 200
    again = await service.submitted("licence_photo_submit")
    assert again["id"] != case
