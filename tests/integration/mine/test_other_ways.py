"""``/mine``: the document goes another way, another city goes on, or a decision is looked at."""

from collections.abc import Mapping
from typing import Final

import pytest

from api.actions import slug
from domain.case.delivery.commands import ChangeToPickup, ChangeToPost, RequestRepost
from domain.case.overlays.commands import AgreeToTransfer, DeclineTransfer
from domain.case.remedies.commands import FileReconsideration
from domain.message import Command
from tests.kit.form_reading import Forms
from tests.kit.own_pages import form_of, look, send
from tests.kit.served import Service
from tests.matrix.arranged import Arranger
from tests.matrix.people import OWNER
from tests.matrix.situations import situation_for

ADDRESS: Final = {
    "recipient_name": "李四",
    "recipient_mobile": "13800005678",
    "region_code": "410105",
    "address": "示例路2号院3号楼401室",
    "postcode": "",
}
ACTS: Final[tuple[tuple[type[Command], Mapping[str, str]], ...]] = (
    (RequestRepost, ADDRESS),
    (ChangeToPost, ADDRESS),
    (ChangeToPickup, {"pickup_office_id": "410100"}),
    (AgreeToTransfer, {}),
    (DeclineTransfer, {}),
    (FileReconsideration, {}),
)


async def arranged(service: Service, kind: type[Command]) -> str:
    """The page of an application in which its applicant may give the command."""
    placed = await Arranger(service).place(situation_for(kind))
    return f"/mine/{placed.case}"


@pytest.mark.parametrize(("kind", "given"), ACTS, ids=[kind.__name__ for kind, _ in ACTS])
async def test_an_act_is_offered_where_it_is_possible_and_done_once(
    service: Service, kind: type[Command], given: Mapping[str, str]
) -> None:
    page, act = await arranged(service, kind), slug(kind)
    form = await form_of(service, page, act, OWNER.id)
    for name, choice in given.items():
        assert choice in form.options.get(name, {choice})
    sent = {**form.filled, **given, "act": act}
    for _ in range(2):
        answer = await send(service, page, sent, OWNER.id)
        assert answer.status_code == 303, answer.text
        assert answer.headers["location"] == f"{page}?done={sent['key']}"
    after = await look(service, answer.headers["location"], OWNER.id)
    forms = Forms(after.text).forms
    assert act not in {each.buttons.get("act") for each in forms}
    assert 'class="banner success"' in after.text
    assert ADDRESS["recipient_mobile"] not in after.text


async def test_an_address_that_is_not_filled_in_is_told_beside_its_fields(
    service: Service,
) -> None:
    page = await arranged(service, RequestRepost)
    form = await form_of(service, page, slug(RequestRepost), OWNER.id)
    sent = {**form.filled, "act": slug(RequestRepost), "address": "示例路2号院3号楼401室"}
    answer = await send(service, page, sent, OWNER.id)
    assert answer.status_code == 422
    for name in ("recipient_name", "recipient_mobile", "region_code"):
        assert f'id="{name}-error"' in answer.text
    assert 'value="示例路2号院3号楼401室"' in answer.text


async def test_a_parcel_that_came_back_is_told_with_its_number_and_the_choice(
    service: Service,
) -> None:
    page = await arranged(service, RequestRepost)
    text = (await look(service, page, OWNER.id)).text
    assert "邮件号码" in text
    assert "请选择重新寄递或者到窗口领取" in text
