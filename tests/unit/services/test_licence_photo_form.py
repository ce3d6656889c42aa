"""D10: the photo, and what an officer says is wrong with it."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE, REFUSALS
from domain.services.licence_photo_submit.facts import PhotoDefect
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def photo() -> dict[str, Any]:
    return dict(CATALOGUE["licence_photo_submit"].example(TODAY))


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"source": "scanner"}, "/source", "choice"),
        ({"source": None}, "/source", "choice"),
        ({"taken_on": "2020-02-23"}, "/taken_on", "photo_taken_today"),
        ({"taken_on": "2020-02-25"}, "/taken_on", "in_future"),
        ({"taken_on": "yesterday"}, "/taken_on", "date"),
        ({"source": "album", "taken_on": "2019-08-23"}, "/taken_on", "photo_too_old"),
        ({"documents": []}, "/documents", "document_missing_portrait"),
        ({"user_kind": "web_registered"}, "/user_kind", "real_name_required"),
        ({"portrait": "me.jpg"}, "/portrait", "unknown_field"),
    ],
)
def test_a_photo_that_cannot_be_taken_is_refused(
    change: dict[str, Any], pointer: str, rule: str, photo: dict[str, Any], defects: Defects
) -> None:
    assert defects(photo | change) == [(pointer, rule)]


def test_a_photo_of_six_months_to_the_day_is_recent(
    photo: dict[str, Any], defects: Defects
) -> None:
    assert defects(photo | {"source": "album", "taken_on": "2019-08-24"}) == []


def test_a_photo_is_a_picture(photo: dict[str, Any], defects: Defects) -> None:
    photo["documents"][0]["media_type"] = "application/pdf"
    assert defects(photo) == [("/documents/0/media_type", "document_no_picture")]
    photo["documents"][0]["media_type"] = "image/png"
    assert defects(photo) == []


def test_two_photos_are_one_too_many(photo: dict[str, Any], defects: Defects) -> None:
    photo["documents"].append(dict(photo["documents"][0]))
    assert defects(photo) == [("/documents/1/kind", "document_twice")]


def test_everything_wrong_is_told_at_once(photo: dict[str, Any], defects: Defects) -> None:
    photo["licence"] |= {"file_no": "110100123456", "classes": "C9"}
    photo |= {"source": "scanner", "taken_on": "2019-02-23", "documents": []}
    assert defects(photo) == [
        ("/licence/file_no", "issued_elsewhere"),
        ("/licence/classes", "classes_characters"),
        ("/source", "choice"),
        ("/taken_on", "photo_too_old"),
        ("/documents", "document_missing_portrait"),
    ]


def test_a_bad_photo_is_refused_with_what_exactly_is_wrong() -> None:
    reasons = CATALOGUE["licence_photo_submit"].reasons
    assert {*PhotoDefect} <= {*reasons}
    assert "R-PHOTO" not in reasons


@pytest.mark.parametrize("found", PhotoDefect)
def test_what_is_wrong_is_told_in_words(found: PhotoDefect) -> None:
    assert REFUSALS[found] == found.words
    assert found.zh.endswith("。")
    assert found.en.endswith(".")
