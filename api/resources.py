"""Every aggregate that is reached over HTTP, a line each; its routes follow from the line."""

from typing import Any, Final

from api.resource import CALLERS, OFFICIALS, OWN, READERS, Resource, SealedParts
from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.state import access_record_named
from domain.bans.ban import BAN
from domain.call_logs.call_log import CALL_LOG
from domain.call_logs.state import call_log_of
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
from domain.collections.collection import COLLECTION
from domain.draws.draw import DRAW
from domain.draws.state import draw_named
from domain.enquiries.commands import ReceiveEnquiry, ShowCaller
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.state import Enquiry
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.state import enquiry_desk_of
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.exam_plans.state import exam_plan_named
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.state import measures_named
from domain.halls.hall import HALL
from domain.halls.state import hall_named
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.learner_permits.state import ahead as of_a_permit
from domain.licences.deadlines import ahead as of_a_licence
from domain.licences.licence import LICENCE
from domain.message import Command
from domain.notices.notice import NOTICE
from domain.numbers.number import NUMBER
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.one_time_codes.state import code_named
from domain.orders.order import ORDER
from domain.orders.state import order_named
from domain.parcels.parcel import PARCEL
from domain.penalties.penalty import PENALTY
from domain.penalties.state import penalty_named
from domain.people import Role
from domain.plans.plan import PLAN
from domain.plans.state import plan_named
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import prefecture_named
from domain.print_jobs.print_job import PRINT_JOB
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from domain.seats.seat import SEAT
from domain.seats.state import seat_named
from domain.stock.state import stock_named
from domain.stock.stock import STOCK
from domain.tills.till import TILL
from domain.titles import Title
from domain.vehicles.timers import ahead as of_a_vehicle
from domain.vehicles.vehicle import VEHICLE
from domain.violations.violation import VIOLATION
from projections.enquiries.row import ENQUIRIES as ASKED
from projections.notices.row import NOTICES
from projections.parcels.row import PARCELS
from projections.tills.row import TILLS


def _sealed(current: Case) -> SealedParts:
    return SealedParts(current.key_id, current.sealed)


def _key_of_enquiry(current: Enquiry) -> SealedParts:
    """What was said is told as a conversation, by a route of its own."""
    return SealedParts(current.key_id, {})


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
ENQUIRIES: Final = Resource(
    of=ENQUIRY,
    path="enquiries",
    title=Title("咨询", "enquiry"),
    by=CALLERS,
    readers=READERS | {Role.APPLICANT},
    sealed=_key_of_enquiry,
    listed=ASKED,
    apart=frozenset({ReceiveEnquiry, ShowCaller}),
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
    Resource(
        of=PARCEL,
        path="parcels",
        title=Title("邮件", "parcel"),
        by=OFFICIALS,
        listed=PARCELS,
    ),
    Resource(
        of=PRINT_JOB,
        path="print-jobs",
        title=Title("文书打印任务", "print job"),
        by=OFFICIALS,
    ),
    Resource(
        of=TILL,
        path="tills",
        title=Title("窗口日结账", "till"),
        by=OFFICIALS,
        listed=TILLS,
    ),
    Resource(
        of=COLLECTION,
        path="collections",
        title=Title("邮政代收款", "money collected by the post"),
        by=frozenset(),
    ),
    Resource(
        of=HALL,
        path="halls",
        title=Title("办事大厅", "hall on a day"),
        by=OFFICIALS,
        stream_of=hall_named,
    ),
    Resource(
        of=HALL_MEASURES,
        path="hall-measures",
        title=Title("大厅防控措施", "precautions in the halls"),
        by=OFFICIALS,
        stream_of=measures_named,
    ),
    ENQUIRIES,
    Resource(
        of=ENQUIRY_DESK,
        path="enquiry-desks",
        title=Title("咨询台", "enquiry desk"),
        stream_of=enquiry_desk_of,
    ),
    Resource(
        of=CALL_LOG,
        path="call-logs",
        title=Title("话务记录", "telephone log"),
        stream_of=call_log_of,
    ),
    Resource(
        of=NOTICE,
        path="notices",
        title=Title("办理通知", "notice"),
        by=OFFICIALS,
        listed=NOTICES,
    ),
    Resource(
        of=STOCK,
        path="stock",
        title=Title("空白牌证账簿", "book of blanks"),
        by=OFFICIALS,
        stream_of=stock_named,
    ),
)
