"""The line of an aggregate says who reaches it over HTTP, and is refused if it cannot hold."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from api.resource import OFFICIALS, Resource, SealedParts
from api.resources import CASES, RESOURCES
from domain.aggregate import Decision
from domain.case.case import CASE
from domain.case.delivery.commands import RecordDelivery
from domain.case.intake.commands import AcceptCase, SubmitCase
from domain.case.vocabulary import Note
from domain.claims.claim import CLAIM
from domain.message import Command, PassDeadline
from domain.people import Role
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.titles import Title
from projections.engine.projection import Projection
from tests.kit.lamps.lamp import LAMP, Lamp, Light, LightLamp

PREFECTURES = Resource(
    of=PREFECTURE, path="prefectures", title=Title("省辖市", "prefecture"), stream_of=stream_of
)


class Listed(msgspec.Struct, frozen=True):
    stream: UUID
    stage: str


LISTED: Projection[Listed] = Projection(
    name="listed",
    of=(PREFECTURE,),
    tables=Path("listed.sql"),
    row=Listed,
    fold=lambda row, history: row,
)


def givers(resource: Resource[Prefecture], command: type[Command]) -> frozenset[Role]:
    return resource.givers(resource.of.row(command))


def test_the_row_says_who_gives_a_command_as_far_as_the_resource_goes() -> None:
    assert givers(PREFECTURES, SuspendWindows) == {Role.HQ, Role.SUPERVISOR}
    narrow = Resource(
        of=PREFECTURE,
        path="prefectures",
        title=PREFECTURES.title,
        stream_of=stream_of,
        by=frozenset({Role.HQ}),
    )
    assert givers(narrow, SuspendWindows) == {Role.HQ}
    assert CASES.givers(CASE.row(RecordDelivery)) == OFFICIALS - {Role.HQ}


def test_neither_the_service_itself_nor_another_aggregate_comes_over_http() -> None:
    given = {row.command for resource in RESOURCES for row in resource.decisions}
    assert AcceptCase in given
    assert given.isdisjoint({PassDeadline, SubmitCase})
    assert given.isdisjoint(row.command for row in CLAIM.decisions)


def test_a_stream_with_a_drawn_id_is_begun_without_one() -> None:
    drawn = Resource(of=CASE, path="drawn", title=CASES.title, sealed=CASES.sealed)
    submit = CASE.row(SubmitCase)
    assert drawn.begins(submit)
    assert drawn.only_first(submit)
    assert not PREFECTURES.begins(PREFECTURE.row(ClassifyPrefecture))


def test_a_stage_to_which_a_stream_comes_back_is_not_only_the_first() -> None:
    lamps = Resource(of=LAMP, path="lamps", title=Title("灯", "lamp"), stream_of=stream_of)
    assert not lamps.only_first(LAMP.row(LightLamp))
    with pytest.raises(TypeError, match="LightLamp may begin a stream, and come later"):
        Resource(of=LAMP, path="lamps", title=lamps.title)


def test_free_text_needs_a_key() -> None:
    with pytest.raises(TypeError, match="no key seals the free text of DeclineAcceptance"):
        Resource(of=CASE, path="cases", title=CASES.title, by=OFFICIALS)


class ReportCommand(Command, frozen=True, kw_only=True):
    """A request of this test."""


class FileReport(ReportCommand, frozen=True, kw_only=True):
    text: Note


def test_there_is_no_key_before_a_stream_has_begun() -> None:
    report: Decision[Lamp, FileReport] = Decision(
        FileReport, at={Light.OFF}, by=set(Role), decide=lambda lamp, command, at: []
    )
    words = replace(LAMP.words, commands={"FileReport": Title("报告", "Report")})
    reported = replace(LAMP, command=ReportCommand, decisions=(report,), words=words)
    with pytest.raises(TypeError, match="no key seals the free text of FileReport"):
        Resource(
            of=reported,
            path="reports",
            title=Title("报告", "report"),
            stream_of=stream_of,
            sealed=lambda lamp: SealedParts(None, {}),
        )


def test_a_command_that_draws_an_id_never_comes_later() -> None:
    with pytest.raises(TypeError, match="ClassifyPrefecture may begin a stream, and come later"):
        Resource(of=PREFECTURE, path="prefectures", title=PREFECTURES.title)


def test_an_applicant_is_shown_no_list_that_does_not_say_whose_a_stream_is() -> None:
    with pytest.raises(TypeError, match="listed does not say whose each stream is"):
        Resource(
            of=PREFECTURE,
            path="prefectures",
            title=PREFECTURES.title,
            stream_of=stream_of,
            readers=frozenset({Role.APPLICANT}),
            listed=LISTED,
        )
