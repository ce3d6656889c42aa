"""What is told of an event is whole in both languages, short, and names nobody."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.case.appointment.events import (
    BookingConfirmed,
    BookingMovedByOffice,
    BookingPostponed,
    BookingRequested,
    BookingWaitlisted,
    SeatAllotted,
)
from domain.case.case import CASE
from domain.case.deadlines.events import DeadlineExtended
from domain.case.examination.events import ExamBookingConfirmed, ExamBookingRanked
from domain.case.grounds import Hold
from domain.case.intake.events import CaseAccepted, CaseSubmitted
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.production.events import DocumentProduced
from domain.case.stage import Stage
from domain.case.state import Case
from domain.notices.wording import tracking_link, whole
from domain.telling import Telling, moment, spoken, yuan
from domain.titles import Title

GOLDEN = Path(__file__).parents[2] / "golden" / "events"
LONGEST_ZH, LONGEST_EN = 110, 230
"""With the frame a message is at most three parts of seventy characters."""
BEFORE: Final[Mapping[type[Any], Sequence[type[Any]]]] = {
    BookingConfirmed: [BookingRequested],
    SeatAllotted: [BookingWaitlisted],
    BookingPostponed: [BookingRequested],
    BookingMovedByOffice: [BookingRequested],
    ExamBookingConfirmed: [ExamBookingRanked],
}
"""What has happened before, where the text looks at it."""
TELLS = {each.on.__name__: each for each in CASE.tells}


def example(kind: type[Any]) -> Any:
    return CODEC.event((GOLDEN / f"{kind.__name__}.json").read_bytes())


def submitted() -> Case:
    return CASE.fold([example(CaseSubmitted)])


@pytest.mark.parametrize("telling", CASE.tells, ids=lambda each: each.on.__name__)
def test_it_is_written_in_both_languages(telling: Telling[Case, Any]) -> None:
    event = example(telling.on)
    if isinstance(event, HoldReleased):
        event = replace(event, still_held=False)
    before = [example(kind) for kind in BEFORE.get(telling.on, ())]
    told = telling.told(CASE.fold([example(CaseSubmitted), *before, event]), event)
    assert told is not None
    assert "{" not in told.zh + told.en
    assert told.zh.endswith("。")
    assert told.en.endswith(".")
    assert len(told.zh) <= LONGEST_ZH
    assert len(told.en) <= LONGEST_EN


def test_nothing_is_told_twice_of_one_event() -> None:
    assert len(TELLS) == len(CASE.tells)


def test_the_steps_of_which_everybody_must_hear_are_told() -> None:
    assert TELLS.keys() >= {
        "CaseSubmitted",
        "CaseAccepted",
        "CorrectionRequested",
        "CaseApproved",
        "CaseRefused",
        "HandedToPost",
        "ParcelDelivered",
        "DeadlineExtended",
        "NumberReserved",
        "BookingConfirmed",
        "BookingMovedByOffice",
        "ExamBookingCancelled",
        "DecisionServed",
    }


def test_a_text_that_names_no_field_of_its_event_does_not_import() -> None:
    with pytest.raises(TypeError, match="CaseAccepted has no field"):
        Telling(CaseAccepted, Title("{nobody}", ""))


def test_days_instants_and_sums_are_told_as_people_write_them() -> None:
    assert spoken("decide_by", date(2020, 3, 9)) == Title("2020年3月9日", "9 Mar 2020")
    assert moment(datetime(2020, 2, 24, 16, 5, tzinfo=UTC)).zh == "2020年2月25日00:05"
    assert yuan(10_000) == Title("100元", "CNY 100")
    assert yuan(1_050).zh == "10.50元"
    with pytest.raises(TypeError):
        spoken("officers", ("a",))


def test_a_document_that_is_posted_is_told_when_the_post_has_it() -> None:
    made = DocumentProduced(stage=Stage.READY_TO_SEND, document_no="1")
    assert TELLS["DocumentProduced"].told(submitted(), made) is None


def test_a_deadline_of_the_office_is_none_of_his_business() -> None:
    moved = DeadlineExtended(
        clock="POST_HANDOVER", old=date(2020, 2, 25), new=date(2020, 2, 26), relief="R"
    )
    assert TELLS["DeadlineExtended"].told(submitted(), moved) is None


def test_a_deadline_without_an_end_says_so() -> None:
    moved = DeadlineExtended(clock="CORRECTION_REPLY", old=date(2020, 2, 25), new=None, relief="R")
    told = TELLS["DeadlineExtended"].told(submitted(), moved)
    assert told is not None
    assert told.zh == "申请人提交补正材料的期限顺延，截止日期另行通知。"


def test_a_hold_is_told_and_its_end_when_the_last_one_is_lifted() -> None:
    hold = HoldSet(kind=Hold.OFFICE_SUSPENDED, basis="a")
    again = HoldSet(kind=Hold.OFFICE_SUSPENDED, basis="b")
    first, both = CASE.fold([example(CaseSubmitted), hold]), [hold, again]
    told = TELLS["HoldSet"].told(first, hold)
    assert told is not None
    assert told.zh.startswith("因窗口业务暂停，暂缓办理")
    second = CASE.fold([example(CaseSubmitted), *both])
    assert TELLS["HoldSet"].told(second, again) is None
    one = HoldReleased(kind=Hold.OFFICE_SUSPENDED, basis="a", still_held=True)
    assert TELLS["HoldReleased"].told(second, one) is None
    last = HoldReleased(kind=Hold.OFFICE_SUSPENDED, basis="b")
    free = CASE.fold([example(CaseSubmitted), hold, last])
    assert TELLS["HoldReleased"].told(free, last) == Title("已恢复办理。", "It goes on.")


def test_a_message_says_who_writes_about_which_case_and_where_to_look() -> None:
    link = tracking_link("https://cheguan.example/somewhere?x=1", "AAAA-BBBB-CCCC-D")
    assert link == "https://cheguan.example/track#AAAA-BBBB-CCCC-D"
    told = whole(
        Title("已受理。", "Accepted."),
        service=Title("补换领机动车号牌", "Plates"),
        reference="AAAA-BBBB-CCCC-D",
        link=link,
    )
    assert told.zh == (
        "【河南车管】补换领机动车号牌（查询码AAAA-BBBB-CCCC-D）：已受理。"
        "查询：https://cheguan.example/track#AAAA-BBBB-CCCC-D"
    )
    assert tracking_link(None, "AAAA-BBBB-CCCC-D") is None
