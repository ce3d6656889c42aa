"""Whoever is turned down is told why, by which law, what he may do, and what he gets back."""

from datetime import date
from typing import get_args

import pytest

from domain.case.case import CASE
from domain.case.deadlines.events import CaseLapsed
from domain.case.delivery.events import PickupExpired
from domain.case.grounds import GreenKind
from domain.case.intake.events import CorrectionExpired, PaymentExpired
from domain.case.overlays.events import (
    CaseWithdrawn,
    GreenChannelDenied,
    WithdrawalDenied,
    WithdrawalRequested,
)
from domain.case.penalty.events import StatementRejected, StatementUpheld
from domain.case.remedies.events import (
    CaseReopened,
    DecisionRevoked,
    ReconsiderationDecided,
    ReconsiderationFiled,
)
from domain.case.remedies.reasons import ReconsiderationOutcome, ReopeningCause
from domain.case.remedies.remedy import RemedyKind
from domain.case.stage import FINAL, Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from projections.tracking.row import fold
from projections.tracking.ruling import Decided, Ruling, ruling_of
from projections.tracking.ruling_words import RefundRoute
from projections.tracking.tone import Tone, tone_of
from tests.unit.case import situations as s
from tests.unit.projections.recording import folded

DAY, LATER = date(2020, 5, 4), date(2020, 9, 5)


def rulings(*history: CaseEvent) -> list[Ruling]:
    row = folded(fold, history)
    return [ruling_of(row.standing, row.pays, each) for each in row.decided]


def only(*history: CaseEvent) -> Ruling:
    (ruling,) = rulings(*history)
    return ruling


def test_a_refusal_names_reason_ground_remedies_and_refund() -> None:
    told = only(*s.REFUSED)
    assert [reason.code for reason in told.reasons] == ["R-NOT-OWNER"]
    assert told.reasons[0].text.zh.startswith("申请人不是登记的机动车所有人")
    assert [law.citation("zh") for law in told.grounds] == ["《行政许可法》第三十八条"]
    assert [(each.kind, each.by) for each in told.remedies] == [
        (RemedyKind.RECONSIDERATION, DAY),
        (RemedyKind.LAWSUIT, LATER),
    ]
    assert [organ.zh for organ in told.remedies[0].organs] == ["郑州市人民政府", "河南省公安厅"]
    assert told.refund
    assert told.refund.amount_fen == s.FEE + s.POSTAGE
    assert told.refund.route is RefundRoute.SAME_ACCOUNT
    assert told.refund.kept_fen == 0


def test_who_is_not_accepted_is_told_which_office_has_power() -> None:
    told = only(*s.NOT_ACCEPTED)
    assert told.right_office == s.LUOYANG
    assert [each.by for each in told.remedies] == [date(2020, 5, 2), date(2020, 9, 3)]


REVOKED = DecisionRevoked(
    officer="leader",
    codes=("R-FALSE-MATERIAL",),
    banned_until=date(2023, 3, 12),
    reconsider_by=DAY,
    sue_by=LATER,
)


@pytest.mark.parametrize(
    "history",
    [
        (*s.UNPAID, PaymentExpired(reconsider_by=DAY, sue_by=LATER)),
        (*s.SUBMITTED, CorrectionExpired(refund_fen=1, reconsider_by=DAY, sue_by=LATER)),
        (*s.READY_FOR_PICKUP, PickupExpired(reconsider_by=DAY, sue_by=LATER)),
        (*s.RETURNED, CaseLapsed(clock=Clock.RETURN_HOLD, reconsider_by=DAY, sue_by=LATER)),
        (*s.COMPLETED, REVOKED),
        (*s.IN_REVIEW, WithdrawalRequested(), WithdrawalDenied(reconsider_by=DAY, sue_by=LATER)),
        (
            *s.SUBMITTED,
            GreenChannelDenied(kind=GreenKind.OTHER, reconsider_by=DAY, sue_by=LATER),
        ),
    ],
)
def test_each_decision_against_him_has_its_reason_and_its_remedies(
    history: tuple[CaseEvent, ...],
) -> None:
    told = only(*history)
    assert told.reasons
    assert all(reason.text.zh.endswith("。") for reason in told.reasons)
    assert [each.by for each in told.remedies] == [DAY, LATER]


def test_a_reconsideration_leaves_the_lawsuit_and_the_first_decision_stays_told() -> None:
    upheld = ReconsiderationDecided(outcome=ReconsiderationOutcome.UPHELD, sue_by=date(2020, 6, 4))
    first, second = rulings(*s.REFUSED, ReconsiderationFiled(in_time=True), upheld)
    assert (first.event, second.event) == ("CaseRefused", "ReconsiderationDecided")
    assert [(each.kind, each.by) for each in second.remedies] == [
        (RemedyKind.LAWSUIT, date(2020, 6, 4))
    ]


def test_who_withdraws_himself_is_told_of_his_money_and_needs_no_remedy() -> None:
    told = only(*s.SUBMITTED, CaseWithdrawn(refund_fen=s.FEE + s.POSTAGE))
    assert told.remedies == ()
    assert told.refund
    assert told.refund.amount_fen == s.FEE + s.POSTAGE


def test_a_reopened_case_is_no_longer_refused() -> None:
    reopened = CaseReopened(cause=ReopeningCause.OWN_CORRECTION, accepted_on=DAY, decide_by=LATER)
    assert rulings(*s.REFUSED, reopened) == []


def test_only_who_got_what_he_asked_for_sees_the_colour_of_success() -> None:
    assert {stage for stage in Stage if tone_of(stage) is Tone.GOOD} == {Stage.COMPLETED}
    assert {tone_of(stage) for stage in FINAL} == {Tone.GOOD, Tone.BAD, Tone.OVER}


def test_every_event_that_carries_a_remedy_is_told() -> None:
    carrying = {
        row.event
        for row in CASE.effects
        if {"reconsider_by", "sue_by"} & set(row.event.__struct_fields__)
    }
    assert carrying < set(get_args(Decided))


def test_the_answer_to_a_statement_has_a_ground_and_no_remedy() -> None:
    rejected = StatementRejected(officer="clerk", note="pii1.note")
    upheld = StatementUpheld(officer="clerk", note="pii1.note")
    for event in (rejected, upheld):
        told = ruling_of(Case(), None, event)
        assert [(law.source, law.article) for law in told.grounds] == [("APL", "32")]
        assert told.remedies == ()
        assert told.refund is None
        assert told.note == "pii1.note"
        assert len(told.reasons) == 1
