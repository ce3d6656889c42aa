"""A form to which nothing is uploaded but the mandate of an agent. Originals are shown later."""

from typing import Any

from pydantic import ValidationInfo, ValidatorFunctionWrapHandler, field_validator

from domain.services.blocks.documents.fields import Document, Documents, with_all
from domain.services.choices import Capacity, DocumentKind
from domain.services.facts import Facts
from domain.services.form import Form
from domain.services.judgement import judgement


def _asked(capacity: Capacity | None) -> frozenset[DocumentKind]:
    return frozenset({DocumentKind.MANDATE} if capacity is Capacity.AGENT else ())


def only_a_mandate(facts: Facts) -> frozenset[DocumentKind]:
    """The documents without which such an application cannot be accepted."""
    return _asked(facts.capacity)


class PaperlessForm(Form):
    documents: Documents = ()

    @field_validator("documents", mode="wrap")
    @classmethod
    def _complete(
        cls, value: Any, handler: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> tuple[Document, ...]:
        return with_all(_asked(judgement(info).capacity), value, handler)
