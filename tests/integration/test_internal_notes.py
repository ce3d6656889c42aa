"""An officer leaves word for his colleagues: they and the auditor read it, the applicant never."""

from uuid import UUID

from api.pages.kit.officer import COOKIE
from domain.case.case import CASE
from domain.case.overlays.events import InternalNoteWritten
from domain.people import Role, system
from domain.services.blocks.examples import ID_NO
from tests.integration.test_desk import look, send
from tests.kit.page_reading import Page
from tests.kit.served import Service

NOTE = f"申请人来电，请下午回电，证件号 {ID_NO}"


async def test_a_note_is_sealed_shown_to_officers_and_to_nobody_else(service: Service) -> None:
    told = await service.submitted("renewal_deferral")
    case = UUID(told["id"])
    await service.fold()
    sheet = f"/desk/case/{case}"
    sent = {"act": "write-internal-note", "version": "1", "note": NOTE}
    written = await send(service, sheet, sent)
    assert written.status_code == 303, written.text
    page = (await look(service, sheet, "colleague")).text
    assert NOTE in page
    assert "不告知申请人" in page
    his_own = await look(service, sheet, "reader")
    assert his_own.status_code == 200
    assert "下午回电" not in his_own.text
    history = (await service.desk.door.open(CASE, case, system("test")))[1]
    (note,) = [each for each in history if isinstance(each.event, InternalNoteWritten)]
    assert note.envelope.by.id == "clerk"
    assert "回电" not in str(note.event)
    audited = await as_(service, Role.AUDITOR, f"/audit?case={case}")
    assert "下午回电" in audited
    assert ID_NO not in audited
    await service.fold()
    bearer = service.bearer_of(await service.example("renewal_deferral"))
    own = await service.http.get(
        f"/mine/{case}", headers={"cookie": f"{COOKIE}={bearer.removeprefix('Bearer ')}"}
    )
    assert own.status_code == 200
    tracked = await service.http.post(
        "/api/v1/tracking",
        json={"reference": told["reference"], "last_four": ID_NO[-4:]},
    )
    assert tracked.status_code == 200
    for shown in (own.text, tracked.text):
        assert "回电" not in shown
        assert "备注" not in shown
        assert "InternalNoteWritten" not in shown


async def test_a_note_of_the_length_that_the_field_takes_can_be_sent(service: Service) -> None:
    """A Chinese character is sent as nine bytes, and a form has 16 kilobytes."""
    sheet = f"/desk/case/{(await service.submitted('renewal_deferral'))['id']}"
    await service.fold()
    page = Page((await look(service, sheet)).text)
    (longest,) = {int(each["maxlength"]) for each in page.all("textarea")}
    sent = {"act": "write-internal-note", "version": "1", "note": "好" * longest}
    assert (await send(service, sheet, sent)).status_code == 303


async def as_(service: Service, role: Role, path: str) -> str:
    token = service.bearer(role, "auditor-1").removeprefix("Bearer ")
    answer = await service.http.get(
        path, headers={"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}
    )
    assert answer.status_code == 200, answer.text
    return answer.text
