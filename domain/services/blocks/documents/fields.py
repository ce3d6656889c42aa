"""Uploads by reference. The file itself went up before, by a way of its own."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, ClassVar, Final

from pydantic import (
    BeforeValidator,
    Field,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core import InitErrorDetails

from domain.services.blocks.block import Block
from domain.services.blocks.documents import words
from domain.services.choices import DocumentKind
from domain.services.judgement import defect
from domain.uploads.media_type import LARGEST, MediaType

MOST: Final = 20
REPEATABLE: Final = frozenset({DocumentKind.DEFERRAL_PROOF, DocumentKind.EVIDENCE})
"""These may have several pages. Of every other kind there is one."""
PICTURES: Final = frozenset(
    {DocumentKind.PORTRAIT, DocumentKind.PLATE_PHOTO, DocumentKind.VEHICLE_PHOTO_45DEG}
)
"""Of these a picture is looked at, so they are no PDF."""


def _small(value: Any) -> Any:
    """Some programs write hexadecimal digits in capitals."""
    return value.strip().lower() if isinstance(value, str) else value


class Document(Block):
    """``size`` is in bytes, and ``sha256`` that of the file in hex, kept in lower case."""

    TEXTS: ClassVar = words.TEXTS

    kind: Annotated[DocumentKind, words.KIND]
    sha256: Annotated[str, BeforeValidator(_small), Field(pattern=r"^[0-9a-f]{64}$"), words.SHA256]
    media_type: Annotated[MediaType, words.MEDIA_TYPE]
    size: Annotated[int, Field(ge=1, le=LARGEST), words.SIZE]

    @field_validator("media_type")
    @classmethod
    def _a_picture(cls, media_type: MediaType, info: ValidationInfo) -> MediaType:
        if media_type is MediaType.PDF and info.data.get("kind") in PICTURES:
            raise defect("document_no_picture")
        return media_type


Documents = Annotated[
    tuple[Document, ...],
    Field(max_length=MOST, validate_default=True, strict=False),
    words.DOCUMENTS,
]
"""Uploads. The type is not strict, because behind ``with_all`` the JSON array arrives as a list."""


def with_all(
    asked: frozenset[DocumentKind], value: Any, handler: ValidatorFunctionWrapHandler
) -> tuple[Document, ...]:
    """Takes the uploads if all that are asked for are there. Otherwise it reports each kind that
    is missing and each bad upload.

    ``value`` is what JSON held, so that a bad upload does not hide a missing one.
    """
    wrong: list[InitErrorDetails] = []
    documents: tuple[Document, ...] = ()
    try:
        documents = handler(value)
        kinds: list[Any] = [document.kind for document in documents]
    except ValidationError as error:
        wrong += map(_again, error.errors(include_url=False, include_input=False))
        kinds = list(_kinds(value))
    if len(set(kinds)) < len(kinds):
        wrong += (_line("document_twice", place, "kind") for place in _repeated(kinds))
    if not asked.issubset(kinds):
        wrong += (_line(f"document_missing_{kind}") for kind in sorted(asked.difference(kinds)))
    if wrong:
        raise ValidationError.from_exception_data("documents", wrong)
    return documents


def _repeated(kinds: list[Any]) -> Iterator[int]:
    seen: set[Any] = set()
    for place, kind in enumerate(kinds):
        if kind in seen:
            yield place
        elif kind is not None and kind not in REPEATABLE:
            seen.add(kind)


def _kinds(value: Any) -> Iterator[str | None]:
    for item in value if isinstance(value, Iterable) else ():
        kind = item.get("kind") if isinstance(item, dict) else None
        yield kind if isinstance(kind, str) else None


def _again(line: Any) -> InitErrorDetails:
    kind = line["type"]
    return _line("document_too_large" if kind == "less_than_equal" else kind, *line["loc"])


def _line(rule: str, *location: int | str) -> InitErrorDetails:
    return InitErrorDetails(type=defect(rule), loc=location, input=None)
