"""How the routes of the desk are asked."""

from collections.abc import Mapping
from typing import Final

import httpx

from domain.case.intake.commands import AcceptCase
from tests.matrix.ask import FORM, Ask


def names_a_case(answer: httpx.Response) -> bool:
    return "/desk/case/" in answer.text


DESK: Final[Mapping[str, Ask]] = {
    "GET /desk": Ask(shown=names_a_case),
    "POST /desk": Ask("act=find&number={id_no}", media_type=FORM, shown=names_a_case),
    "GET /desk/keys": Ask(),
    "GET /desk/officers": Ask(),
    "POST /desk/bulk": Ask(
        "bulk=accept-case&case-{case}=1", at=AcceptCase, media_type=FORM, shown=names_a_case
    ),
    "GET /desk/case/{case}": Ask(),
    "GET /desk/case/{case}/documents/{sha256}": Ask(),
    "POST /desk/case/{case}": Ask("act=reveal&part=applicant&purpose=identity", media_type=FORM),
}
