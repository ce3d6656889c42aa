"""Commands are read however their numbers were typed."""

import json

import pytest

from domain.case.delivery.commands import HandToPost
from domain.case.overlays.commands import TransferCase
from domain.case.production.commands import RecordProduction
from domain.case.review.commands import RefuseCase
from domain.parcels.commands import RecordItemScan
from domain.prefectures.commands import ClassifyPrefecture
from domain.spelling import respelt


@pytest.mark.parametrize(
    ("kind", "field", "typed", "normal"),
    [
        (HandToPost, "item_no", "EE 473 124 829 CN", "EE473124829CN"),
        (HandToPost, "item_no", "ｅｅ４７３１２４８２９ｃｎ", "EE473124829CN"),
        (RecordItemScan, "place", "４１０１００", "410100"),
        (RecordProduction, "document_no", "zz 0000 0001", "ZZ00000001"),
        (TransferCase, "to_office", "４１０１００．NOC", "410100.noc"),
        (ClassifyPrefecture, "region", " 410100 ", "410100"),
        (RefuseCase, "note", "照片\u202e模糊\u200b，\n请重拍。 ", "照片模糊，\n请重拍。"),
        (RefuseCase, "note", "\u202e", ""),
    ],
)
def test_what_is_typed_is_read_in_its_normal_form(
    kind: type, field: str, typed: str, normal: str
) -> None:
    assert json.loads(respelt(kind, json.dumps({field: typed}).encode())) == {field: normal}


def test_what_is_no_text_stays_as_it_is() -> None:
    for body in (b'{"item_no":13,"other":" x "}', b"[1]", b'"text"'):
        assert json.loads(respelt(HandToPost, body)) == json.loads(body)


def test_an_endless_text_stays_as_it_is() -> None:
    body = {"item_no": "1" * 300}
    assert json.loads(respelt(HandToPost, json.dumps(body).encode())) == body
