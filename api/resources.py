"""Every aggregate that is reached over HTTP, a line each; its routes follow from the line."""

from typing import Any, Final

from api.office_resources import OF_OFFICES
from api.resource import CALLERS, OFFICIALS, OWN, READERS, Resource, SealedParts
from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.state import access_record_named
from domain.bans.ban import BAN
from domain.case.appointment.commands import PostponeBooking
from domain.case.case import CASE
from domain.case.deadlines.days import days, under_relief
from domain.case.delivery.commands import ChangeToPickup, ChangeToPost, RequestRepost
from domain.case.examination.commands import CancelExamBooking
from domain.case.intake.commands import SupplyCorrection, TakeInAtWindow
from domain.case.overlays.commands import AgreeToTransfer, DeclineTransfer, WithdrawCase
from domain.case.penalty.commands import AcceptFacts, MakeStatement
from domain.case.remedies.commands import FileReconsideration
from domain.case.state import Case
from domain.claims.claim import CLAIM
from domain.draws.draw import DRAW
from domain.draws.state import draw_named
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.state import exam_plan_named
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.learner_permits.state import ahead as of_a_permit
from domain.licences.deadlines import ahead as of_a_licence
from domain.licences.licence import LICENCE
from domain.message import Command
from domain.numbers.number import NUMBER
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.one_time_codes.state import code_named
from domain.orders.order import ORDER
from domain.orders.state import order_named
from domain.penalties.penalty import PENALTY
from domain.penalties.state import penalty_named
from domain.people import Role
from domain.plans.plan import PLAN
from domain.plans.state import plan_named
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import prefecture_named
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from domain.seats.seat import SEAT
from domain.seats.state import seat_named
from domain.titles import Title
from domain.vehicles.timers import ahead as of_a_vehicle
from domain.vehicles.vehicle import VEHICLE
from domain.violations.violation import VIOLATION


def _sealed(current: Case) -> SealedParts:
    return SealedParts(current.key_id, current.sealed)


_OF_APPLICANTS: Final[frozenset[type[Command]]] = frozenset(
    {
        WithdrawCase,
        SupplyCorrection,
        ChangeToPost,
        ChangeToPickup,
        RequestRepost,
        FileReconsideration,
        AgreeToTransfer,
        DeclineTransfer,
        AcceptFacts,
        MakeStatement,
        PostponeBooking,
        CancelExamBooking,
    }
)
"""What is the applicant's to do, also where an officer does it for him (ADR 62)."""
CASES: Final = Resource(
    of=CASE,
    path="cases",
    title=Title("案件", "case"),
    by=OFFICIALS,
    sealed=_sealed,
    days=days,
    extended=under_relief,
    apart=_OF_APPLICANTS | {TakeInAtWindow},
)
RESOURCES: Final[tuple[Resource[Any], ...]] = (
    CASES,
    Resource(
        of=CLAIM,
        path="claims",
        title=Title("占用登记", "claim"),
        readers=frozenset({Role.HQ, Role.AUDITOR}),
    ),
    Resource(
        of=PREFECTURE,
        path="prefectures",
        title=Title("省辖市", "prefecture"),
        stream_of=prefecture_named,
    ),
    Resource(
        of=ORDER,
        path="orders",
        title=Title("缴费单", "order"),
        readers=READERS | OWN,
        stream_of=order_named,
    ),
    Resource(
        of=ACCESS_RECORD,
        path="access-records",
        title=Title("查阅记录", "access record"),
        stream_of=access_record_named,
    ),
    Resource(
        of=ONE_TIME_CODE,
        path="one-time-codes",
        title=Title("短信验证码", "one-time code"),
        readers=OWN | {Role.AUDITOR},
        by=frozenset(),
        stream_of=code_named,
    ),
    Resource(
        of=VEHICLE,
        path="vehicles",
        title=Title("机动车登记", "vehicle on record"),
        lawful=of_a_vehicle,
    ),
    Resource(
        of=LICENCE,
        path="licences",
        title=Title("驾驶证登记", "licence on record"),
        lawful=of_a_licence,
    ),
    Resource(
        of=LEARNER_PERMIT,
        path="learner-permits",
        title=Title("学习驾驶证明登记", "learner permit on record"),
        lawful=of_a_permit,
    ),
    Resource(
        of=VIOLATION,
        path="violations",
        title=Title("违法记录", "violation"),
        by=OFFICIALS,
    ),
    Resource(
        of=PENALTY,
        path="penalties",
        title=Title("处罚决定", "penalty decision"),
        by=OFFICIALS,
        stream_of=penalty_named,
    ),
    Resource(
        of=EXAM_PLAN,
        path="exam-plans",
        title=Title("考试计划", "examination plan"),
        readers=READERS | OWN,
        stream_of=exam_plan_named,
    ),
    Resource(
        of=RELIEFS,
        path="reliefs",
        title=Title("期限延长措施", "reliefs of the province"),
        stream_of=reliefs_of,
    ),
    Resource(
        of=NUMBER,
        path="plate-numbers",
        title=Title("号牌号码", "plate number"),
    ),
    Resource(
        of=DRAW,
        path="draws",
        title=Title("号码抽取", "draw of numbers"),
        stream_of=draw_named,
    ),
    Resource(
        of=PLAN,
        path="plans",
        title=Title("预约计划", "plan of appointments"),
        readers=CALLERS,
        stream_of=plan_named,
    ),
    Resource(
        of=SEAT,
        path="seats",
        title=Title("预约名额", "seat"),
        stream_of=seat_named,
    ),
    Resource(
        of=BAN,
        path="bans",
        title=Title("网上预选限制", "bar from choosing online"),
    ),
    *OF_OFFICES,
)
