"""Attacks by files: pictures that explode, files of two kinds, and what another has uploaded."""

from collections.abc import Sequence
from functools import cache
from itertools import count
from typing import Any, Final

from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import APPLICANTS, upload
from tests.kit.files import PDF, jpeg, pdf, png, png_of

_JPEG, _PNG, _PDF = "image/jpeg", "image/png", "application/pdf"
_TAKEN: Final = {200, 201}
_TOO_MUCH: Final = {429, 503}


@cache
def _explosive() -> Sequence[tuple[bytes, str]]:
    """A few bytes each, which say to be more than a decoder should ever hold."""
    return (
        (png_of(60_000, 60_000), _PNG),
        (png_of(2_147_483_647, 2_147_483_647), _PNG),
        (png_of(12_001, 10), _PNG),
        (png_of(5_000, 5_001), _PNG),
        (_larger(jpeg()), _JPEG),
    )


def _larger(picture: bytes) -> bytes:
    """The same JPEG, whose head says that it has 65,500 pixels each way."""
    head = picture.index(b"\xff\xc0")
    return picture[: head + 5] + b"\xff\xdc\xff\xdc" + picture[head + 9 :]


@cache
def _of_two_kinds() -> Sequence[tuple[bytes, str]]:
    """Each would be something else to whoever opened it otherwise."""
    return (
        (PDF, _JPEG),
        (jpeg(), _PDF),
        (png(), _JPEG),
        (b"GIF89a" + jpeg(), _JPEG),
        (b"<html><script>alert(1)</script>" + PDF, _PDF),
        (PDF + b"PK\x05\x06" + bytes(18), _PDF),
        (pdf(b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"), _PDF),
        (pdf(b"% stream\n<< /S /J#61vaScript >>% endstream"), _PDF),
        (pdf(b"<< /Names << /EmbeddedFiles 5 0 R >> >>"), _PDF),
    )


async def _exploding(assault: Assault) -> None:
    await _refused(assault, _explosive())


async def _polyglots(assault: Assault) -> None:
    await _refused(assault, _of_two_kinds())


async def _refused(assault: Assault, files: Sequence[tuple[bytes, str]]) -> None:
    """None of them is taken, whoever sends it and however often."""
    turns = count()

    async def one(number: int) -> None:
        content, media_type = files[next(turns) % len(files)]
        headers = assault.asking.by_applicant(number)
        status = (await assault.ask(number, upload(content, media_type, headers))).status
        assault.that(status in {422, *_TOO_MUCH}, f"answered with {status}")

    await assault.crowd(one)


async def _anothers(assault: Assault) -> None:
    """The name of the file is known, as it stands in the events of a case."""
    asking = assault.asking
    owner = asking.by_applicant(assault.victim.number)
    answer = await assault.ask(0, upload(jpeg(), _JPEG, owner))
    receipt = answer.content
    assault.that(answer.status in _TAKEN, f"the owner was answered with {answer.status}")
    if answer.status not in _TAKEN:
        return

    def named(body: dict[str, Any]) -> None:
        about = ("sha256", "media_type", "size")
        body["documents"][0] |= {name: receipt[name] for name in about}

    async def one(number: int) -> None:
        chosen = _not_of(assault.victim.number, asking.numbers)
        answer = await assault.ask(number, asking.changed(chosen, named))
        assault.that(answer.status in {422, *_TOO_MUCH}, f"answered with {answer.status}")
        rules = [each["rule"] for each in answer.content.get("defects", ())]
        assault.that(answer.status != 422 or rules == ["document_unknown"], f"told {rules}")

    await assault.crowd(one)


def _not_of(owner: int, numbers: "count[int]") -> int:
    """A number whose application comes from another applicant."""
    return next(each for each in numbers if (each - owner) % APPLICANTS)


UPLOADS: Final = (
    Attack(
        "pictures that explode",
        "{size.attackers} clients upload pictures of some bytes that say to have up to 4 × 10^18 "
        "pixels.",
        "pixels by the head of a picture; a process apart with little memory and time",
        _exploding,
        full=Size(12, 0, 6),
        short=Size(4, 0, 1.0),
        served=0.5,
        grows_mb=96.0,
    ),
    Attack(
        "files of two kinds",
        "{size.attackers} clients upload files that are something else to another reader, or act.",
        "a type by its first bytes; the two ends of a PDF, and the names in it",
        _polyglots,
        full=Size(12, 0, 6),
        short=Size(4, 0, 0.8),
    ),
    Attack(
        "uploads of others",
        "{size.attackers} clients hand in the file of somebody else, whose name they know.",
        "a form names only what its sender has uploaded",
        _anothers,
        full=Size(12, 0, 6),
        short=Size(4, 0, 0.8),
    ),
)
