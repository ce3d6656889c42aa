"""Whatever an applicant has to do is told, with its last day and what happens otherwise."""

from datetime import date
from typing import Final

import pytest
from msgspec.structs import replace

from domain.case.delivery.events import ChangedToPickup, DeliveryFailed, HandedToPost
from domain.case.grounds import Hold
from domain.case.intake.events import (
    CorrectionRequested,
    Defect,
    MovedToOnSite,
    PaymentFailed,
)
from domain.case.intake.reasons import DefectCode, OnSiteReason, PaymentFailure
from domain.case.overlays.events import HoldSet, TransferDeclined, TransferOffered
from domain.case.stage import Stage
from domain.case.vocabulary import CaseEvent
from domain.offices.transfer_reason import TransferReason
from domain.parcels.reasons import FailedDelivery
from projections.tracking import duty_words as words
from projections.tracking.duty import duty_of
from projections.tracking.duty_told import Duty
from projections.tracking.duty_words import DutyKind
from projections.tracking.row import fold
from projections.tracking.tone import Tone, tone_of
from tests.unit.case import situations as s
from tests.unit.case.reserved import DRAWN, HELD, SUBMITTED
from tests.unit.projections.recording import folded

REPLY_BY: Final = date(2020, 3, 24)
ASKED: Final = CorrectionRequested(
    defects=(
        Defect("id_back", DefectCode.UNREADABLE),
        Defect("/delivery", DefectCode.MISSING),
    ),
    reply_by=REPLY_BY,
    note="pii1.n",
)


CHOOSING: Final = (SUBMITTED, DRAWN)


def duty(*history: CaseEvent) -> Duty | None:
    row = folded(fold, history)
    return duty_of(row.standing, row.asked)


def test_a_correction_tells_every_defect_what_to_do_and_until_when() -> None:
    told = duty(*s.SUBMITTED, ASKED)
    assert told
    assert (told.kind, told.by, told.note) == (DutyKind.CORRECT, REPLY_BY, "pii1.n")
    assert [(each.place.zh, each.wrong.zh) for each in told.defects] == [
        ("身份证明（反面）", "不清晰，无法辨认"),
        ("收件信息", "未提供"),
    ]
    assert all(each.do.zh.startswith("请") for each in told.defects)
    assert "终止办理" in told.otherwise.zh


def test_a_payment_tells_how_much_until_which_moment_and_why_it_failed() -> None:
    told = duty(*s.UNPAID, PaymentFailed(reason=PaymentFailure.DECLINED))
    assert told
    assert (told.kind, told.at) == (DutyKind.PAY, s.PAY_BY)
    assert [(title.zh, fen) for title, fen in told.sums] == [
        ("工本费", s.FEE),
        ("邮寄费", s.POSTAGE),
    ]
    assert told.reason is PaymentFailure.DECLINED


def test_a_visit_tells_the_window_what_to_bring_and_that_no_day_is_set() -> None:
    told = duty(*s.ACCEPTED, MovedToOnSite(reason=OnSiteReason.PHOTO))
    assert told
    assert (told.kind, told.office, told.by) == (DutyKind.COME, s.ZHENGZHOU, None)
    assert told.reason is OnSiteReason.PHOTO
    assert words.ID_CARD in told.bring
    assert "未规定截止日期" in told.otherwise.zh


def test_a_pick_up_tells_the_counter_the_last_day_and_what_to_bring() -> None:
    told = duty(*s.READY_FOR_PICKUP)
    assert told
    assert (told.kind, told.office, told.by) == (DutyKind.COLLECT, s.BRANCH, date(2020, 4, 6))
    assert told.sums == ((words.TO_PAY, s.FEE),)
    assert words.OLD_DOCUMENT in told.bring


def test_a_counter_that_has_closed_stops_the_time_and_says_so() -> None:
    told = duty(*s.READY_FOR_PICKUP, HoldSet(kind=Hold.OFFICE_SUSPENDED))
    assert told
    assert (told.by, told.rests) == (None, Hold.OFFICE_SUSPENDED)
    assert told.what == (words.WAIT_OR_POST,)


def test_a_visit_to_a_closed_window_waits_until_it_is_open() -> None:
    closed = HoldSet(kind=Hold.OFFICE_SUSPENDED, basis="410100-2")
    told = duty(*s.ACCEPTED, MovedToOnSite(reason=OnSiteReason.PHOTO), closed)
    assert told
    assert (told.kind, told.what, told.rests) == (
        DutyKind.COME,
        (words.COME_LATER,),
        Hold.OFFICE_SUSPENDED,
    )


def test_whoever_was_promised_a_counter_that_closed_may_choose_the_post_at_any_stage() -> None:
    promised = (s.plate_submission(facts=s.TO_COLLECT_FACTS), *s.ACCEPTED[1:])
    closed = HoldSet(kind=Hold.OFFICE_SUSPENDED, basis="410100-2")
    told = duty(*promised, closed)
    assert told
    assert (told.kind, told.office, told.rests) == (DutyKind.WAIT_OR_POST, s.BRANCH, None)
    assert duty(*promised) is None
    assert duty(*s.ACCEPTED, closed) is None


def test_a_failed_delivery_says_why_and_what_comes_next() -> None:
    told = duty(*s.IN_POST, s.ABSENT)
    assert told
    assert (told.kind, told.reason) == (DutyKind.RECEIVE, FailedDelivery.ABSENT)
    assert told.by is None
    closed = duty(*s.IN_POST, DeliveryFailed(reason=FailedDelivery.AREA_CLOSED))
    assert closed
    assert closed.otherwise is words.KEPT_AT_THE_POST


def test_a_returned_parcel_asks_for_a_choice_until_its_last_day() -> None:
    told = duty(*s.RETURNED)
    assert told
    assert (told.kind, told.by) == (DutyKind.CHOOSE, date(2020, 6, 9))
    assert told.what == (words.ASK_AGAIN,)
    often = replace(folded(fold, s.RETURNED).standing, posts=3)
    last = duty_of(often, None)
    assert last
    assert last.what == (words.ONLY_PICKUP,)


def test_what_failed_before_is_not_told_of_the_next_parcel() -> None:
    again = HandedToPost(item_no=s.ITEM_2, attempt=2, expected_by=date(2020, 3, 20))
    told = duty(*s.RETURNED, again)
    assert told
    assert told.reason is None


def test_a_returned_parcel_that_is_collected_waits_at_the_counter_that_was_chosen() -> None:
    chosen = ChangedToPickup(office=s.STATION, keep_until=date(2020, 5, 1))
    told = duty(*s.RETURNED, chosen)
    assert told
    assert (told.office, told.by) == (s.STATION, date(2020, 5, 1))


def test_what_is_open_after_the_delivery_is_told() -> None:
    told = duty(*s.DELIVERED)
    assert told
    assert told.kind is DutyKind.SETTLE
    assert words.OLD_DOCUMENT in told.bring
    assert duty(*s.COMPLETED) is None


def test_nobody_drives_during_a_deferral() -> None:
    told = duty(*s.DEFERRED)
    assert told
    assert (told.kind, told.by) == (DutyKind.NOT_DRIVE, date(2022, 7, 1))
    assert "回执" in told.what[0].zh
    assert told.law
    assert "第七十三条" in (told.law.citation("zh") or "")


@pytest.mark.parametrize("history", [s.SUBMITTED, s.ACCEPTED, s.IN_REVIEW, s.APPROVED, s.REFUSED])
def test_who_only_waits_has_no_duty(history: tuple[CaseEvent, ...]) -> None:
    assert duty(*history) is None


def test_every_stage_at_which_the_applicant_must_act_tells_him_to() -> None:
    acting = {stage for stage in Stage if tone_of(stage) is Tone.ACT}
    told = {
        folded(fold, history).standing.stage
        for history in (
            s.UNPAID,
            (*s.SUBMITTED, ASKED),
            (*s.ACCEPTED, MovedToOnSite(reason=OnSiteReason.PHOTO)),
            s.RETURNED,
            s.READY_FOR_PICKUP,
            CHOOSING,
            HELD,
        )
        if duty(*history)
    }
    assert acting == told


def test_an_offer_of_another_city_asks_for_an_answer_and_names_the_city() -> None:
    offered = TransferOffered(to_office=s.LUOYANG, reason=TransferReason.LOAD)
    told = duty(*s.ACCEPTED, offered)
    assert told
    assert (told.kind, told.office) == (DutyKind.ANSWER, s.LUOYANG)
    assert duty(*s.ACCEPTED, offered, TransferDeclined()) is None
    corrects = duty(*s.SUBMITTED, ASKED, offered)
    assert corrects
    assert corrects.kind is DutyKind.CORRECT
