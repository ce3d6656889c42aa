"""Refusals: a stable code, fields for the caller, and nothing of HTTP."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

import pytest

from domain.refusal import Refusal


@dataclass(kw_only=True)
class DocumentsMissing(Refusal):
    documents: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class NotAtThisStage(Refusal):
    command: str
    stage: str


@dataclass(kw_only=True)
class TakenByAnother(Refusal):
    names: ClassVar[str] = "case"

    case: UUID | None
    limit: int | None = None


class PDFTooLarge(Refusal):
    pass


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        (DocumentsMissing(), "documents-missing"),
        (NotAtThisStage(command="AcceptCase", stage="delivered"), "not-at-this-stage"),
        (PDFTooLarge(), "pdf-too-large"),
    ],
)
def test_a_refusal_is_known_by_the_words_of_its_name(refusal: Refusal, code: str) -> None:
    assert refusal.code == code
    assert str(refusal) == code


def test_its_fields_are_its_details() -> None:
    refusal = DocumentsMissing(documents=["registration_certificate"])
    assert refusal.details() == {"documents": ["registration_certificate"]}
    assert PDFTooLarge().details() == {}


def test_a_stream_that_is_not_told_is_no_detail() -> None:
    refusal = TakenByAnother(case=UUID(int=1))
    assert refusal.details() == {"case": UUID(int=1), "limit": None}
    assert refusal.unnamed().details() == {"limit": None}
    assert refusal.case == UUID(int=1)


def test_refusals_with_the_same_fields_are_equal() -> None:
    assert DocumentsMissing(documents=["id_front"]) == DocumentsMissing(documents=["id_front"])
    assert DocumentsMissing(documents=["id_front"]) != DocumentsMissing(documents=["id_back"])


def test_a_refusal_can_be_kept_in_a_set_although_it_compares_by_value() -> None:
    first, second = DocumentsMissing(), DocumentsMissing()
    assert {first, second} == {first, second}
    assert len({id(refusal) for refusal in {first, second}}) == 2


def test_a_refusal_is_raised_and_caught_like_any_exception() -> None:
    with pytest.raises(NotAtThisStage) as caught:
        raise NotAtThisStage(command="AcceptCase", stage="delivered")
    assert caught.value.stage == "delivered"
