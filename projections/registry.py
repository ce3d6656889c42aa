"""Every read model, a line each. One over the streams of all kinds is made when all are known."""

from typing import Any, Final

from projections.accesses.row import ACCESSES
from projections.alarms.row import ALARMS
from projections.appointments.row import APPOINTMENTS
from projections.audit.cases import AUDITED
from projections.audit.looks import ONLOOKERS
from projections.calls.row import CALLS
from projections.carriage.row import CARRIAGE
from projections.caseload.row import CASELOAD
from projections.centres.row import CENTRES
from projections.draws.row import DRAWS
from projections.draws.sessions import DRAW_SESSIONS
from projections.engine.projection import OverAll, Projection
from projections.enquiries.row import ENQUIRIES
from projections.examinations.bookings import EXAMINATIONS
from projections.examinations.plans import EXAM_PLANS
from projections.expected.row import EXPECTED
from projections.fines.row import FINES
from projections.halls.row import HALLS
from projections.improvements.row import IMPROVEMENTS
from projections.notices.row import NOTICES
from projections.numbers.row import NUMBERS
from projections.parcels.row import PARCELS
from projections.printing.row import PRINTING
from projections.reminders.rights import RIGHTS
from projections.reminders.row import REMINDERS
from projections.stock.row import STOCK
from projections.takings.row import TAKINGS
from projections.throughput.contribution import THROUGHPUT
from projections.tills.row import TILLS
from projections.timers.row import timers
from projections.tracking.row import TRACKING
from projections.violations.row import VIOLATIONS
from projections.webhooks.messages import WEBHOOK_MESSAGES
from projections.webhooks.row import WEBHOOKS
from projections.windows.row import WINDOWS

PROJECTIONS: Final[tuple[Projection[Any] | OverAll, ...]] = (
    TRACKING,
    CASELOAD,
    THROUGHPUT,
    EXPECTED,
    ACCESSES,
    AUDITED,
    ONLOOKERS,
    WINDOWS,
    EXAMINATIONS,
    EXAM_PLANS,
    FINES,
    VIOLATIONS,
    APPOINTMENTS,
    DRAWS,
    NUMBERS,
    DRAW_SESSIONS,
    PARCELS,
    PRINTING,
    TILLS,
    TAKINGS,
    HALLS,
    IMPROVEMENTS,
    ENQUIRIES,
    CALLS,
    CARRIAGE,
    WEBHOOKS,
    WEBHOOK_MESSAGES,
    NOTICES,
    CENTRES,
    ALARMS,
    STOCK,
    RIGHTS,
    REMINDERS,
    timers,
)
