"""Every aggregate, a line each. What can be stored and read follows from them."""

from typing import Any, Final

from domain.accesses.access_record import ACCESS_RECORD
from domain.aggregate import Aggregate
from domain.alarms.alarm import ALARM
from domain.bans.ban import BAN
from domain.call_logs.call_log import CALL_LOG
from domain.case.case import CASE
from domain.centres.centre import CENTRE
from domain.claims.claim import CLAIM
from domain.codec import Codec
from domain.collections.collection import COLLECTION
from domain.draws.draw import DRAW
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.exam_plans.exam_plan import EXAM_PLAN
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.halls.hall import HALL
from domain.improvements.improvement import IMPROVEMENT
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences.licence import LICENCE
from domain.notice_samples.notice_samples import NOTICE_SAMPLES
from domain.notices.notice import NOTICE
from domain.numbers.number import NUMBER
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.orders.order import ORDER
from domain.parcels.parcel import PARCEL
from domain.penalties.penalty import PENALTY
from domain.plans.plan import PLAN
from domain.prefectures.prefecture import PREFECTURE
from domain.print_jobs.print_job import PRINT_JOB
from domain.reliefs.reliefs import RELIEFS
from domain.reminders.reminder import REMINDER
from domain.seats.seat import SEAT
from domain.stock.stock import STOCK
from domain.tills.till import TILL
from domain.vehicles.vehicle import VEHICLE
from domain.violations.violation import VIOLATION
from domain.webhook_messages.webhook_message import WEBHOOK_MESSAGE
from domain.webhooks.webhook import WEBHOOK

AGGREGATES: Final[tuple[Aggregate[Any], ...]] = (
    CASE,
    CLAIM,
    PREFECTURE,
    ORDER,
    ACCESS_RECORD,
    ONE_TIME_CODE,
    VEHICLE,
    LICENCE,
    LEARNER_PERMIT,
    VIOLATION,
    PENALTY,
    EXAM_PLAN,
    RELIEFS,
    NUMBER,
    DRAW,
    PLAN,
    SEAT,
    BAN,
    PARCEL,
    PRINT_JOB,
    TILL,
    COLLECTION,
    HALL,
    HALL_MEASURES,
    IMPROVEMENT,
    ENQUIRY,
    ENQUIRY_DESK,
    CALL_LOG,
    NOTICE,
    NOTICE_SAMPLES,
    STOCK,
    CENTRE,
    ALARM,
    REMINDER,
    WEBHOOK,
    WEBHOOK_MESSAGE,
)
CODEC: Final = Codec(AGGREGATES)
