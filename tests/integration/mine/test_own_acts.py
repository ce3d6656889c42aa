"""``/mine``: what an applicant does in his application on its page, and why he cannot."""

from html import unescape

import httpx
import pytest

from domain.people import Role
from domain.services.blocks.examples import ID_NO
from tests.kit import files
from tests.kit.form_reading import Forms
from tests.kit.own_pages import cookie, done, form_of, look, send
from tests.kit.served import Service

DONE = 'class="banner success"'


@pytest.fixture
async def case(service: Service) -> str:
    """The page of a deferral that was submitted and waits to be accepted."""
    receipt = await service.submitted("renewal_deferral")
    await service.fold()
    return f"/mine/{receipt['id']}"


async def offered(service: Service, case: str) -> set[str]:
    forms = Forms((await look(service, case)).text).forms
    return {form.buttons["act"] for form in forms if "act" in form.buttons}


async def uploaded(
    service: Service, case: str, kind: str, content: bytes, referer: str = ""
) -> httpx.Response:
    """Presses the button beside the paper of this kind."""
    forms = Forms((await look(service, case)).text).forms
    form = next(f for f in forms if f.encoding and f.filled["kind"] == kind)
    return await service.http.post(
        form.action or "",
        data={name: form.filled[name] for name in ("case", "act", "kind", "papers")},
        files={"file": ("照片.jpg", content, "image/jpeg")},
        headers={
            **cookie(service),
            "origin": str(service.http.base_url).rstrip("/"),
            "referer": referer,
        },
    )


async def asked_to_correct(service: Service, case: str, *places: str) -> None:
    defects = [{"where": place, "code": "unreadable"} for place in places]
    told = await service.command(case[6:], "request-correction", 1, {"defects": defects})
    assert told.status_code == 200, told.text


async def test_a_note_between_officers_makes_no_open_form_stale(
    service: Service, case: str
) -> None:
    form = await form_of(service, case, "withdraw-case")
    note = await service.command(case[6:], "write-internal-note", 1, {"note": "请下午回电"})
    assert note.status_code == 200, note.text
    sent = {**form.filled, "act": "withdraw-case"}
    assert (await send(service, case, sent)).status_code == 303
    assert (await send(service, case, sent)).status_code == 303


async def test_only_what_is_possible_is_offered(service: Service, case: str) -> None:
    assert await offered(service, case) == {"withdraw-case", "request-green-channel"}
    await asked_to_correct(service, case, "id_front")
    assert "supply-correction" in await offered(service, case)


async def test_a_withdrawal_is_confirmed_and_done_once(service: Service, case: str) -> None:
    form = await form_of(service, case, "withdraw-case")
    for _ in range(2):
        answer = await send(service, case, {**form.filled, "act": "withdraw-case"})
        assert answer.status_code == 303, answer.text
        assert answer.headers["location"] == f"{case}?done={form.filled['key']}"
    page = (await look(service, answer.headers["location"])).text
    assert DONE in page
    assert "已撤回" in page
    assert await offered(service, case) == set()


async def test_nothing_is_said_to_be_done_that_was_not(service: Service, case: str) -> None:
    """Neither by an address that somebody made up, nor by the key of what another case was sent."""
    other = f"/mine/{(await service.submitted('medical_deferral'))['id']}"
    form = await form_of(service, other, "withdraw-case")
    assert (await send(service, other, {**form.filled, "act": "withdraw-case"})).status_code == 303
    for key in ("withdraw-case", form.filled["key"]):
        assert DONE not in (await look(service, f"{case}?done={key}")).text
    assert DONE in (await look(service, f"{other}?done={form.filled['key']}")).text


async def test_a_paper_too_many_is_told_and_not_dropped(service: Service, case: str) -> None:
    page = case
    for number in range(21):
        answer = await uploaded(service, page, "evidence", files.pdf(b"<< /Number %d >>" % number))
        if number < 20:
            page = answer.headers["location"].partition("#")[0]
    assert answer.status_code == 422
    assert "最多上传 20 份材料，此份没有加入" in answer.text
    assert answer.text.count("/apply/files/") == 20


async def test_the_language_is_changed_on_the_page_where_the_form_stood(
    service: Service, case: str
) -> None:
    """What answers an upload has no address of its own."""
    await asked_to_correct(service, case, "id_front")
    here = str(service.http.base_url).rstrip("/")
    stood = f"{here}{case}?act=supply-correction"
    refused = await uploaded(service, case, "id_front", b"", referer=stood)
    links = Forms(refused.text).links
    assert f"{case}?act=supply-correction&lang=en" in [unescape(each) for each in links]
    elsewhere = await uploaded(service, case, "id_front", b"", referer="https://evil.example//x")
    assert "evil" not in elsewhere.text
    unreadable = await uploaded(service, case, "id_front", b"", referer="http://[")
    assert unreadable.status_code == elsewhere.status_code


async def test_whoever_acts_on_an_old_page_is_told_what_happened_meanwhile(
    service: Service, case: str
) -> None:
    form = await form_of(service, case, "withdraw-case")
    await service.command(case[6:], "accept-case", 1)
    answer = await send(service, case, {**form.filled, "act": "withdraw-case"})
    assert answer.status_code in {409, 412}
    assert "您查看期间，此业务已有变动" in answer.text
    assert "申请已受理" in answer.text
    assert "撤回须经车辆管理所同意" in answer.text
    assert (await done(service, case, "withdraw-case")).status_code == 303


async def test_a_correction_is_uploaded_and_sent(service: Service, case: str) -> None:
    await asked_to_correct(service, case, "id_front", "id_back")
    early = await done(service, case, "supply-correction")
    assert early.status_code == 422
    assert "请补充提供此项" in early.text
    first = await uploaded(service, case, "id_front", files.jpeg())
    assert first.status_code == 303, first.text
    second = await uploaded(service, first.headers["location"], "id_back", files.jpeg())
    page = second.headers["location"].partition("#")[0]
    assert (await look(service, page)).text.count("/apply/files/") == 2
    sent = await done(service, page, "supply-correction")
    assert sent.status_code == 303, sent.text
    after = (await look(service, sent.headers["location"])).text
    assert DONE in after
    assert "supply-correction" not in await offered(service, case)


@pytest.mark.parametrize(("content", "said"), [(b"", "请选择"), (b"no picture", "文件已损坏")])
async def test_a_file_that_is_none_is_told_beside_its_kind(
    service: Service, case: str, content: bytes, said: str
) -> None:
    await asked_to_correct(service, case, "id_front")
    refused = await uploaded(service, case, "id_front", content)
    assert refused.status_code == 422
    assert said in refused.text
    assert 'id="id_front-error"' in refused.text


async def test_the_green_channel_is_asked_for_with_papers(service: Service, case: str) -> None:
    without = await done(service, case, "request-green-channel")
    assert without.status_code == 422
    assert 'id="kind-error"' in without.text
    taken = await uploaded(service, case, "evidence", files.PDF)
    page = taken.headers["location"].partition("#")[0]
    sent = await done(service, page, "request-green-channel", kind="medical")
    assert sent.status_code == 303, sent.text
    assert "就医急需" in (await look(service, case)).text


async def test_another_cannot_act_and_a_form_of_another_site_does_nothing(
    service: Service, case: str
) -> None:
    form = await form_of(service, case, "withdraw-case")
    sent = {**form.filled, "act": "withdraw-case"}
    assert (await send(service, case, sent, "somebody-else")).status_code == 404
    for origin in ({}, {"origin": "https://elsewhere.example"}):
        answer = await service.http.post(case, data=sent, headers={**cookie(service), **origin})
        assert answer.status_code == 403
    for wrong in ({**sent, "version": ""}, {**sent, "key": ""}, {"act": "withdraw-case"}):
        assert (await send(service, case, wrong)).status_code == 400
    assert (await send(service, case, {**sent, "act": "approve-case"})).status_code == 404
    assert "已提交，待受理" in (await look(service, case)).text


async def test_no_page_shows_a_number_in_full(service: Service, case: str) -> None:
    await asked_to_correct(service, case, "id_front")
    answer = await done(service, case, "supply-correction")
    assert ID_NO not in answer.text
    assert service.bearer(Role.APPLICANT) not in answer.text
