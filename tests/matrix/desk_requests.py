"""How the routes of the desk are asked."""

from collections.abc import Mapping
from typing import Final

import httpx

from api.resource import API
from domain.case.intake.commands import AcceptCase
from tests.matrix.ask import FORM, Ask
from tests.matrix.enquiry_requests import ENQUIRY_ASKS

_JOB: Final = f"{API}/print-jobs/{{print_job}}"


def names_a_case(answer: httpx.Response) -> bool:
    return "/desk/case/" in answer.text


DESK: Final[Mapping[str, Ask]] = {
    **ENQUIRY_ASKS,
    "GET /desk": Ask(shown=names_a_case),
    "POST /desk": Ask("act=find&number={id_no}", media_type=FORM, shown=names_a_case),
    "GET /desk/keys": Ask(),
    "GET /desk/officers": Ask(),
    "POST /desk/bulk": Ask(
        "bulk=accept-case&case-{case}=1", at=AcceptCase, media_type=FORM, shown=names_a_case
    ),
    "GET /desk/case/{case}": Ask(),
    f"GET {_JOB}": Ask(),
    f"GET {_JOB}/history": Ask(),
    f"POST {_JOB}/record-printing": Ask(),
    f"POST {_JOB}/leave-unprinted": Ask('{"ground": "not_wanted"}'),
    "GET /printing": Ask(),
    "POST /printing": Ask("act=print&job-{print_job}=yes", media_type=FORM),
    "GET /instruments/{case}/{version}": Ask(),
    "GET /instruments/{case}/{version}/pdf": Ask(),
    "GET /desk/case/{case}/documents/{sha256}": Ask(),
    "POST /desk/case/{case}": Ask("act=reveal&part=applicant&purpose=identity", media_type=FORM),
}
