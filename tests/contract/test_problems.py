"""Every refusal leaves as one shape of answer, in two languages, without what was sent."""

import logging
import re
from dataclasses import dataclass
from typing import Annotated, Literal

import httpx
import pytest
from fastapi import Body, FastAPI, HTTPException
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.types import Message, Receive, Scope, Send

from api.answers import install
from api.language import preferred
from api.last_resort import LastResort
from api.problems import Problem, Problems
from domain.aggregates import AGGREGATES
from domain.refusal import Conflict

PROBLEMS = Problems(AGGREGATES)
SECRET = "410102199003071230"


@dataclass(kw_only=True)
class DocumentsMissing(Conflict):
    documents: list[str]
    status: str = "not the status of HTTP"


class CheckDigitWrong(ValueError):
    rule = "check_digit"


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Owner(Strict):
    id_number: str = Field(max_length=18)

    @field_validator("id_number")
    @classmethod
    def check(cls, text: str) -> str:
        if not text.endswith("0"):
            raise CheckDigitWrong(text)
        return text


class Reissue(Strict):
    service: Literal["plate_reissue"]
    owners: list[Owner]
    copies: int = Field(ge=1)


class Renewal(Strict):
    service: Literal["licence_renewal"]
    owner: Owner


Form = Annotated[Reissue | Renewal, Body(discriminator="service")]


def application() -> FastAPI:
    app = FastAPI()
    install(app)

    @app.post("/forms")
    async def form(form: Form) -> str:
        return form.service

    @app.get("/pages")
    async def pages(limit: Annotated[int, Field(le=100)]) -> int:
        return limit

    @app.get("/refused")
    async def refused() -> None:
        raise DocumentsMissing(documents=["registration_certificate"])

    @app.get("/framework")
    async def framework() -> None:
        raise HTTPException(428, detail=SECRET, headers={"retry-after": "1"})

    @app.get("/broken")
    async def broken() -> None:
        raise RuntimeError(SECRET)

    return app


async def ask(method: str, path: str, json: object = None, language: str = "zh") -> httpx.Response:
    transport = httpx.ASGITransport(application())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        answer = await client.request(
            method, path, json=json, headers={"accept-language": language}
        )
    assert answer.headers["content-type"] == "application/problem+json"
    assert SECRET not in answer.text
    return answer


async def found_in(form: object) -> list[dict[str, str]]:
    answer = await ask("POST", "/forms", form)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/form-invalid")
    return [
        {name: defect[name] for name in ("pointer", "rule")} for defect in answer.json()["defects"]
    ]


async def test_every_defect_of_a_form_is_named_at_once_where_it_stands() -> None:
    form = {
        "service": "plate_reissue",
        "owners": [{"id_number": SECRET[:-1] + "1"}, {"id_number": SECRET * 2}, {}, 7],
        "copies": 0,
        SECRET: 1,
        "more": 1,
    }
    assert await found_in(form) == [
        {"pointer": "/owners/0/id_number", "rule": "check_digit"},
        {"pointer": "/owners/1/id_number", "rule": "string_too_long"},
        {"pointer": "/owners/2/id_number", "rule": "missing"},
        {"pointer": "/owners/3", "rule": "model_attributes_type"},
        {"pointer": "/copies", "rule": "greater_than_equal"},
        {"pointer": "", "rule": "unknown_field"},
        {"pointer": "/more", "rule": "unknown_field"},
    ]


async def test_a_form_of_an_unknown_kind_is_a_defect_of_the_whole() -> None:
    assert await found_in({"service": SECRET}) == [{"pointer": "", "rule": "union_tag_invalid"}]
    assert await found_in({}) == [{"pointer": "", "rule": "union_tag_not_found"}]


async def test_defects_are_worded_in_both_languages() -> None:
    form = {"service": "plate_reissue", "owners": [], "copies": 0}
    chinese = (await ask("POST", "/forms", form)).json()["defects"][0]["text"]
    english = (await ask("POST", "/forms", form, "en")).json()["defects"][0]["text"]
    assert (chinese, english) == ("不得小于 1", "Must be at least 1")


async def test_a_defect_outside_the_body_says_in_which_part_it_is() -> None:
    document = (await ask("GET", f"/pages?limit={SECRET}")).json()
    assert document["type"] == "/problems/parameters-invalid"
    assert document["defects"] == [
        {"in": "query", "pointer": "/limit", "rule": "less_than_equal", "text": "不得大于 100"}
    ]


async def test_a_refusal_of_the_domain_shows_its_fields_but_not_as_the_standard_members() -> None:
    document = (await ask("GET", "/refused")).json()
    assert document["type"] == "/problems/documents-missing"
    assert document["status"] == 409
    assert document["documents"] == ["registration_certificate"]


def test_a_refusal_takes_its_status_from_its_kind() -> None:
    assert PROBLEMS.of(DocumentsMissing(documents=[])).status == 409


async def test_what_the_framework_refuses_keeps_its_headers_and_loses_its_text() -> None:
    answer = await ask("GET", "/framework")
    assert (answer.status_code, answer.json()["type"]) == (428, "/problems/precondition-required")
    assert answer.headers["retry-after"] == "1"
    assert (await ask("GET", "/nowhere")).json()["type"] == "/problems/not-found"
    assert (await ask("PUT", "/pages")).headers["allow"] == "GET, HEAD"


async def test_an_unforeseen_exception_is_a_problem_and_its_text_is_logged_nowhere(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = await ask("GET", "/broken")
    assert (answer.status_code, answer.json()["type"]) == (500, "/problems/unforeseen")
    assert "unforeseen RuntimeError at" in caplog.text
    assert SECRET not in caplog.text


async def test_an_answer_already_begun_is_cut_off_and_not_continued() -> None:
    sent: list[str] = []

    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise RuntimeError

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    async def send(message: Message) -> None:
        sent.append(str(message["type"]))

    await LastResort(inner)({"type": "http", "headers": []}, receive, send)
    assert sent == ["http.response.start"]


@pytest.mark.parametrize("code", PROBLEMS.codes)
def test_every_problem_has_a_page_in_both_languages(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    zh, en = PROBLEMS.describe(code, "zh"), PROBLEMS.describe(code, "en")
    assert zh is not None
    assert en is not None
    assert zh.detail.endswith("。")
    assert en.detail.endswith(".")


def test_there_is_no_page_for_a_code_that_does_not_exist() -> None:
    assert PROBLEMS.describe("no-such-problem", "zh") is None
    assert Problem("no-such-problem", 422).body("en")["title"]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "zh"), ("", "zh"), ("en", "en"), ("en-US,en;q=0.9", "en"), ("zh-CN,en;q=0.9", "zh"),
        ("en;q=0.5,zh;q=0.4", "en"), ("*", "zh"), ("*;q=0.1,en", "en"), ("de", "zh"),
        ("en;q=x", "zh"), ("en;q=nan", "zh"), (";,;=", "zh"), ("en;q=0", "zh"),
        ("zh-TW;q=0.1,en;q=0.5,zh;q=0.9", "zh"), ("en-GB;q=0, en", "en"), ("EN;Q=1.000", "en"),
        ("en;q=1.5", "zh"), ("en;q=1_0", "zh"), ("en;q=0.1234", "zh"), ("*;q=0.5,zh;q=0", "en"),
    ],
)  # fmt: skip
def test_english_is_spoken_only_to_those_who_prefer_it(header: str | None, language: str) -> None:
    assert preferred(header) == language
