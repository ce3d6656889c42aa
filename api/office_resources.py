"""What offices keep beside the cases: parcels, tills, halls, questions, and their routes."""

from typing import Any, Final

from api.resource import CALLERS, OFFICIALS, READERS, Resource, SealedParts
from domain.alarms.alarm import ALARM
from domain.alarms.state import alarm_named
from domain.call_logs.call_log import CALL_LOG
from domain.call_logs.state import call_log_of
from domain.centres.centre import CENTRE
from domain.centres.state import centre_of
from domain.collections.collection import COLLECTION
from domain.enquiries.commands import ReceiveEnquiry, ShowCaller
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.state import Enquiry
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.state import enquiry_desk_of
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.state import measures_named
from domain.halls.hall import HALL
from domain.halls.state import hall_named
from domain.improvements.improvement import IMPROVEMENT
from domain.notice_samples.notice_samples import NOTICE_SAMPLES
from domain.notice_samples.state import samples_of
from domain.notices.notice import NOTICE
from domain.parcels.parcel import PARCEL
from domain.people import Role
from domain.print_jobs.print_job import PRINT_JOB
from domain.reminders.reminder import REMINDER
from domain.stock.state import stock_named
from domain.stock.stock import STOCK
from domain.tills.till import TILL
from domain.titles import Title
from domain.webhook_messages.webhook_message import WEBHOOK_MESSAGE
from domain.webhooks.commands import RegisterWebhook, ReplaceWebhookSecret
from domain.webhooks.state import webhook_of
from domain.webhooks.webhook import WEBHOOK
from projections.enquiries.row import ENQUIRIES as ASKED
from projections.improvements.row import IMPROVEMENTS
from projections.notices.row import NOTICES
from projections.parcels.row import PARCELS
from projections.reminders.row import REMINDERS
from projections.tills.row import TILLS


def _key_of_enquiry(current: Enquiry) -> SealedParts:
    """What was said is told as a conversation, by a route of its own."""
    return SealedParts(current.key_id, {})


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
OF_OFFICES: Final[tuple[Resource[Any], ...]] = (
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
    Resource(
        of=IMPROVEMENT,
        path="improvements",
        title=Title("整改事项", "improvement"),
        by=OFFICIALS,
        listed=IMPROVEMENTS,
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
        of=NOTICE_SAMPLES,
        path="notice-samples",
        title=Title("通知样例", "samples of notices"),
        by=frozenset(),
        stream_of=samples_of,
    ),
    Resource(
        of=STOCK,
        path="stock",
        title=Title("空白牌证账簿", "book of blanks"),
        by=OFFICIALS,
        stream_of=stock_named,
    ),
    Resource(
        of=CENTRE,
        path="centres",
        title=Title("网办中心", "network office centre"),
        by=OFFICIALS,
        stream_of=centre_of,
    ),
    Resource(
        of=ALARM,
        path="alarms",
        title=Title("指标告警", "alarm of a figure"),
        by=OFFICIALS,
        stream_of=alarm_named,
    ),
    Resource(
        of=REMINDER,
        path="reminders",
        title=Title("期限提醒", "reminder"),
        by=frozenset(),
        listed=REMINDERS,
    ),
    Resource(
        of=WEBHOOK,
        path="webhooks",
        title=Title("合作单位推送", "webhook"),
        by=frozenset({Role.HQ}),
        readers=frozenset({Role.HQ, Role.AUDITOR}),
        stream_of=webhook_of,
        apart=frozenset({RegisterWebhook, ReplaceWebhookSecret}),
    ),
    Resource(
        of=WEBHOOK_MESSAGE,
        path="webhook-messages",
        title=Title("推送消息", "message to a partner"),
        by=frozenset({Role.HQ}),
        readers=frozenset({Role.HQ, Role.AUDITOR}),
    ),
)
