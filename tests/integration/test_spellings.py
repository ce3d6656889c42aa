"""The spellings that people and other systems use are understood at every entrance."""

import pytest

from tests.kit.served import Service


@pytest.mark.parametrize("typed", ["１２３６", " 1236 ", "1２3６"])
async def test_the_last_four_are_read_as_they_were_typed(service: Service, typed: str) -> None:
    told = await service.submitted()
    await service.fold()
    asked = {"reference": f" {told['reference'].lower()}", "last_four": typed}
    answer = await service.http.post("/api/v1/tracking", json=asked)
    assert answer.status_code == 200, answer.text


async def test_whoever_types_another_end_is_told_what_to_type(service: Service) -> None:
    answer = await service.http.post(
        "/api/v1/tracking", json={"reference": "7K3M-9QXP-2B4D-5", "last_four": "12号6"}
    )
    assert answer.status_code == 422
    (defect,) = answer.json()["defects"]
    assert (defect["pointer"], defect["rule"]) == ("/last_four", "last_four_characters")
    assert "002X" in defect["text"]


async def test_a_soldier_tracks_with_the_end_of_his_number(service: Service) -> None:
    body = await service.example("plate_reissue")
    body["applicant"] |= {"id_type": "military_id", "id_no": "军字第2001988号"}
    told = (await service.submit(body, "soldier")).json()
    await service.fold()
    asked = {"reference": told["reference"], "last_four": "1988"}
    assert (await service.http.post("/api/v1/tracking", json=asked)).status_code == 200
