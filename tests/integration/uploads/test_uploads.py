"""Documents are uploaded: judged by their bytes, sealed, and named by what is stored."""

import asyncio
import hashlib

import httpx
import pytest

from domain.event_store.transaction import Connection
from domain.people import Role
from tests.kit import files
from tests.kit.served import Service
from tests.kit.uploading import JPEG, PDF, PNG, upload

KEPT = "SELECT sha256, sealed, owner FROM vault.upload WHERE owner <> ''"


async def kept(connection: Connection) -> list[tuple[bytes, bytes, str]]:
    return list(await (await connection.execute(KEPT, binary=True)).fetchall())


def code_of(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(files.jpeg(), JPEG), (files.png(), PNG), (files.PDF, PDF)],
)
async def test_a_document_is_kept_sealed_and_named_by_what_is_stored(
    service: Service, connection: Connection, content: bytes, media_type: str
) -> None:
    answer = await upload(service, content, media_type)
    told = answer.json()
    assert answer.status_code == 201, answer.text
    ((name, sealed, owner),) = await kept(connection)
    assert told["sha256"] == name.hex() == hashlib.sha256(sealed).hexdigest()
    assert owner == "applicant:reader"
    assert (told["media_type"], told["scan"]) == (media_type, "none")
    assert told["scan_title"] == "not scanned; every other check was passed"
    assert content[:20] not in sealed
    opened = await service.desk.custody.content(name)
    assert len(opened) == told["size"]


async def test_where_a_photograph_was_taken_is_not_kept(
    service: Service, connection: Connection
) -> None:
    assert (await upload(service, files.jpeg(place=b"113.65E"))).status_code == 201
    ((name, _, _),) = await kept(connection)
    opened = await service.desk.custody.content(name)
    assert opened.startswith(b"\xff\xd8\xff")
    assert b"113.65E" not in opened
    assert b"Exif" not in opened


async def test_the_same_file_again_is_the_same_document_and_another_s_is_another(
    service: Service, connection: Connection
) -> None:
    first, again, other = (
        await upload(service, files.PDF, PDF),
        await upload(service, files.PDF, PDF),
        await upload(service, files.PDF, PDF, "somebody"),
    )
    assert [each.status_code for each in (first, again, other)] == [201, 200, 201]
    assert first.json()["sha256"] == again.json()["sha256"] != other.json()["sha256"]
    assert len(await kept(connection)) == 2


async def test_the_same_file_sent_twice_at_once_is_one(
    service: Service, connection: Connection
) -> None:
    answers = await asyncio.gather(*(upload(service, files.png(), PNG) for _ in range(3)))
    assert len({each.json()["sha256"] for each in answers}) == 1
    assert len(await kept(connection)) == 1


BAD = {
    "nothing": (b"", JPEG, (422, "upload-unreadable")),
    "of another type": (files.png(), JPEG, (422, "upload-of-other-type")),
    "a page as a picture": (b"<html><script>", PNG, (422, "upload-of-other-type")),
    "a picture as a PDF": (files.jpeg(), PDF, (422, "upload-of-other-type")),
    "half a picture": (files.jpeg(400, 400)[:900], JPEG, (422, "upload-unreadable")),
    "a bomb": (files.png_of(60_000, 60_000), PNG, (422, "upload-dimensions")),
    "a PDF with an archive behind it": (
        files.pdf(after=b"PK\x03\x04" + 2000 * b"x"),
        PDF,
        (422, "upload-unreadable"),
    ),
    "a PDF with a script": (
        files.pdf(b"<< /OpenAction << /S /JavaScript >> >>"),
        PDF,
        (422, "upload-active"),
    ),
    "a type that is not taken": (b"GIF89a", "image/gif", (415, "file-type-unsupported")),
    "JSON": (b"{}", "application/json", (415, "file-type-unsupported")),
    "too large": (b"%PDF-1.7\n" + bytes(5_242_880), PDF, (413, "body-too-large")),
}


@pytest.mark.parametrize("case", BAD)
async def test_a_bad_file_is_refused_and_nothing_of_it_is_kept(
    service: Service, connection: Connection, case: str
) -> None:
    content, media_type, expected = BAD[case]
    assert code_of(await upload(service, content, media_type)) == expected
    assert await kept(connection) == []


async def test_what_is_hidden_behind_a_picture_is_not_kept(service: Service) -> None:
    answer = await upload(service, files.jpeg() + b"<script>alert(1)</script>")
    name = bytes.fromhex(answer.json()["sha256"])
    assert b"script" not in await service.desk.custody.content(name)


@pytest.mark.parametrize("role", [Role.CLERK, Role.SUPERVISOR])
async def test_an_officer_uploads_for_whoever_applied_at_his_window(
    service: Service, role: Role
) -> None:
    assert (await upload(service, files.PDF, PDF, role=role)).status_code == 201


@pytest.mark.parametrize("role", [Role.HQ, Role.AUDITOR, Role.CARRIER])
async def test_who_applies_for_nothing_uploads_nothing(
    service: Service, connection: Connection, role: Role
) -> None:
    assert (await upload(service, files.PDF, PDF, role=role)).status_code == 403
    assert await kept(connection) == []


async def test_a_file_elsewhere_is_refused(service: Service) -> None:
    headers = {"content-type": PDF, "authorization": service.bearer(Role.APPLICANT)}
    answer = await service.http.post("/api/v1/applications", content=files.PDF, headers=headers)
    assert code_of(answer) == (415, "media-type-unsupported")


async def test_so_many_wait_and_no_more(
    service: Service, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.routers.documents.MOST_WAITING", {Role.APPLICANT: 2, Role.PARTNER: 2})
    answers = [await upload(service, files.jpeg(width), JPEG) for width in (10, 11, 12)]
    assert [each.status_code for each in answers] == [201, 201, 409]
    assert code_of(answers[2]) == (409, "uploads-too-many")
    assert (await upload(service, files.jpeg(10), JPEG)).status_code == 200


async def test_who_finds_no_room_is_told_at_once(service: Service) -> None:
    """Each file is held whole, so few are received at once."""
    answers = await asyncio.gather(
        *(upload(service, files.jpeg(width), JPEG) for width in range(10, 30))
    )
    statuses = [each.status_code for each in answers]
    assert set(statuses) == {201, 503}
    assert (await upload(service, files.jpeg(40), JPEG)).status_code == 201
