"""Documents are uploaded on a page, shown to whoever has uploaded them, and taken back."""

from collections.abc import AsyncIterator

import httpx
import pytest

from domain.services.blocks.documents.fields import MOST
from tests.kit import files
from tests.kit.applicants import browsing, opened, sent, uploaded, walked
from tests.kit.form_reading import Forms
from tests.kit.served import Service

ADDRESS = "/apply/plate_reissue"


@pytest.fixture
async def citizen(service: Service) -> AsyncIterator[httpx.AsyncClient]:
    async with browsing(service) as browser:
        yield browser


async def test_an_upload_is_shown_to_whoever_uploaded_it_and_nobody_else(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    await walked(citizen, "plate_reissue", await service.example("plate_reissue"))
    page, _ = await opened(citizen, f"{ADDRESS}/documents")
    (picture, *_) = (p for p in page.text.split('"') if p.startswith("/apply/files/"))
    shown = await citizen.get(picture)
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/jpeg")
    async with browsing(service, "registered") as other:
        assert (await other.get(picture)).status_code == 404


async def test_a_file_that_is_none_is_told_beside_its_kind(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    await walked(citizen, "plate_reissue", await service.example("plate_reissue"))
    page, found = await opened(citizen, f"{ADDRESS}/documents?change=1")
    taking = next(f for f in found.forms if "remove" in f.buttons)
    answer = await sent(citizen, page, taking, remove=taking.buttons["remove"])
    asking = next(f for f in Forms(answer.text).forms if f.encoding)
    citizen.headers["referer"] = str(page.url)
    for content, said in ((b"", "请选择要上传的文件"), (b"no picture", "文件已损坏")):
        refused = await uploaded(citizen, asking, content)
        assert refused.status_code == 422
        assert said in refused.text
        switch = next(each for each in Forms(refused.text).links if "lang=" in each)
        assert switch.startswith(f"{ADDRESS}/documents?change=1")
    assert (await citizen.get(switch)).headers["content-language"] == "en"
    assert (await uploaded(citizen, asking, files.PDF)).status_code == 303


async def test_too_many_files_are_told_beside_their_kind(
    service: Service, citizen: httpx.AsyncClient
) -> None:
    pages = "/apply/renewal_deferral"
    await walked(citizen, "renewal_deferral", await service.example("renewal_deferral"))
    _, found = await opened(citizen, f"{pages}/documents?change=1")
    asking = next(f for f in found.forms if f.encoding)
    for width in range(MOST):
        assert (await uploaded(citizen, asking, files.jpeg(41 + width))).status_code == 303
    refused = await citizen.post(f"{pages}/documents", data={})
    assert refused.status_code == 422
    assert 'id="deferral_proof-error"' in refused.text
    uploads = [f for f in Forms(refused.text).forms if "remove" in f.buttons]
    of_the_kind = [f for f in uploads if f.buttons["remove"].startswith("deferral_proof")]
    for taking in of_the_kind[: len(uploads) - MOST]:
        await sent(citizen, refused, taking, remove=taking.buttons["remove"])
    assert (await citizen.post(f"{pages}/documents", data={})).status_code == 303
