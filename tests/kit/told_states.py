"""Applications in every state in which their applicant is told something."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from api.desk import Desk
from api.resources import CASES
from api.sealed_text import with_sealed_text
from domain.case.case import CASE
from domain.case.delivery.commands import (
    HandToPost,
    RecordDelivery,
    RecordFailedDelivery,
    RecordReturn,
)
from domain.case.grounds import GreenKind, Hold
from domain.case.intake.commands import (
    AcceptCase,
    DeclineAcceptance,
    MoveToOnSite,
    RecordPaymentFailure,
    RequestCorrection,
)
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode, OnSiteReason, PaymentFailure
from domain.case.overlays.commands import (
    DenyGreenChannel,
    DenyWithdrawal,
    RequestGreenChannel,
    SetHold,
    WithdrawCase,
)
from domain.case.production.commands import OrderProduction, RecordProduction, SettleOldDocument
from domain.case.production.reasons import OldDocument
from domain.case.remedies.commands import (
    FileReconsideration,
    RecordReconsiderationDecision,
    RevokeDecision,
)
from domain.case.remedies.reasons import ReconsiderationOutcome
from domain.case.review.commands import ApproveCase, RecordCheck, RefuseCase, StartReview
from domain.clocks.clock import Clock
from domain.door.door import Begun
from domain.identifiers import postal_item
from domain.message import Command, PassDeadline
from domain.parcels.reasons import FailedDelivery
from domain.people import Actor
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.kit.life import CARRIER, CLERK, HQ, LEADER, REVIEWER, TIMEKEEPER
from tests.kit.offices import CITIZEN, asked
from tests.kit.payment import pay_and_go_on
from tests.kit.vehicles import numbered

NOTE: Final = "张三您好：登记证书第二页拍摄模糊，请补拍；收件地址缺少门牌号，请补充完整。"
_PICKUP: Final = {"mode": "pickup", "pickup_office_id": "410100.br1"}
_WINDOW: Final = {"delivery": _PICKUP, "payment": {"method": "window"}}
Act = tuple[Actor, Command] | timedelta
Story = tuple[str, Mapping[str, Any], bool, Sequence[Act]]
"""A service, what its form says otherwise than the example, whether it is paid, what follows."""


def _checked(code: str) -> list[Act]:
    return [
        (CLERK, AcceptCase()),
        (REVIEWER, StartReview()),
        *((REVIEWER, RecordCheck(check=c.code, passed=True)) for c in CATALOGUE[code].checks),
    ]


_MADE: Final[list[Act]] = [
    *_checked("plate_reissue"),
    (REVIEWER, ApproveCase()),
    (REVIEWER, OrderProduction()),
    (REVIEWER, RecordProduction(document_no="ZZ0000001")),
]
_ABSENT: Final = (CARRIER, RecordFailedDelivery(reason=FailedDelivery.ABSENT))
_TO_CORRECT: Final = RequestCorrection(
    defects=(
        Defect("registration_certificate", DefectCode.UNREADABLE),
        Defect("/delivery", DefectCode.MISMATCH),
    ),
    note=NOTE,
)
_REFUSE: Final = RefuseCase(codes=("R-NOT-OWNER", "R-VEHICLE-STATE"), note=NOTE)
_DECLINE: Final = DeclineAcceptance(codes=("R-JURISDICTION",), right_office="410300", note=NOTE)
_UPHELD: Final = RecordReconsiderationDecision(outcome=ReconsiderationOutcome.UPHELD)


def _posted(number: int) -> list[Act]:
    return [*_MADE, (CLERK, HandToPost(item_no=postal_item.make(serial=number)))]


STORIES: Final[Mapping[str, Story]] = {
    "pay": ("plate_reissue", {}, False, ()),
    "pay_failed": (
        "plate_reissue",
        {},
        False,
        [(TIMEKEEPER, RecordPaymentFailure(reason=PaymentFailure.DECLINED))],
    ),
    "correct": ("plate_reissue", {}, True, [(CLERK, _TO_CORRECT)]),
    "correct_held": (
        "plate_reissue",
        {},
        True,
        [(CLERK, _TO_CORRECT), (LEADER, SetHold(kind=Hold.RELIEF))],
    ),
    "come": ("plate_reissue", {}, True, [(CLERK, MoveToOnSite(reason=OnSiteReason.SUSPICION))]),
    "not_accepted": ("plate_reissue", {}, True, [(CLERK, _DECLINE)]),
    "refused": ("plate_reissue", {}, True, [*_checked("plate_reissue"), (REVIEWER, _REFUSE)]),
    "upheld": (
        "plate_reissue",
        {},
        True,
        [
            *_checked("plate_reissue"),
            (REVIEWER, _REFUSE),
            (CITIZEN, FileReconsideration()),
            (HQ, _UPHELD),
        ],
    ),
    "withdrawal_denied": (
        "plate_reissue",
        {},
        True,
        [(CLERK, AcceptCase()), (CITIZEN, WithdrawCase()), (LEADER, DenyWithdrawal(note=NOTE))],
    ),
    "green_denied": (
        "plate_reissue",
        {},
        True,
        [(CITIZEN, RequestGreenChannel(kind=GreenKind.OTHER)), (LEADER, DenyGreenChannel())],
    ),
    "withdrawn": ("plate_reissue", {}, True, [(CITIZEN, WithdrawCase())]),
    "collect": ("plate_reissue", _WINDOW, False, _MADE),
    "collect_closed": (
        "plate_reissue",
        _WINDOW,
        False,
        [*_MADE, (LEADER, SetHold(kind=Hold.OFFICE_SUSPENDED))],
    ),
    "receive": ("plate_reissue", {}, True, _posted(1)),
    "not_delivered": ("plate_reissue", {}, True, [*_posted(2), _ABSENT]),
    "returned": (
        "plate_reissue",
        {},
        True,
        [*_posted(3), _ABSENT, _ABSENT, (CARRIER, RecordReturn())],
    ),
    "settle": ("plate_reissue", {}, True, [*_posted(4), (CARRIER, RecordDelivery(id_seen=True))]),
    "completed": (
        "plate_reissue",
        {},
        True,
        [
            *_posted(5),
            (CARRIER, RecordDelivery(id_seen=True)),
            (CLERK, SettleOldDocument(how=OldDocument.LOST)),
        ],
    ),
    "revoked": (
        "vehicle_contact_change",
        {},
        False,
        [
            *_checked("vehicle_contact_change"),
            (REVIEWER, ApproveCase()),
            (LEADER, RevokeDecision(codes=("R-FALSE-MATERIAL",))),
        ],
    ),
    "deferred": (
        "renewal_deferral",
        {},
        False,
        [*_checked("renewal_deferral"), (REVIEWER, ApproveCase())],
    ),
    "unpaid": (
        "plate_reissue",
        {},
        False,
        [timedelta(days=2), (TIMEKEEPER, PassDeadline(clock=Clock.PAY_HOLD))],
    ),
    "not_corrected": (
        "plate_reissue",
        {},
        True,
        [
            (CLERK, _TO_CORRECT),
            timedelta(days=40),
            (TIMEKEEPER, PassDeadline(clock=Clock.CORRECTION_REPLY)),
        ],
    ),
}
"""By name. Those for which time must pass come last."""


class Teller:
    """Tells stories to an office whose clock it holds."""

    def __init__(self, office: Desk, later: list[timedelta]) -> None:
        """``later`` holds how far the office's clock is ahead of the hour at which it opened."""
        self._office = office
        self._later = later

    async def tell(self, name: str) -> str:
        """The reference of an application with this story. Each is about another vehicle."""
        service, changes, paid, acts = STORIES[name]
        number = list(STORIES).index(name)
        body = {**CATALOGUE[service].example(self._office.today), **changes}
        if "vehicle" in body:
            body["vehicle"] = {**body["vehicle"], **numbered(number)}
        form = read_form(json.dumps(body).encode(), today=self._office.today)
        case, submit = await self._office.applications.prepare(form)
        door = self._office.door
        await door.begin(CASE, Begun(case, submit, asked(submit, CITIZEN)))
        if paid:
            await pay_and_go_on(door, case)
        for act in acts:
            await self._act(case, act)
        return submit.reference

    async def _act(self, case: UUID, act: Act) -> None:
        if isinstance(act, timedelta):
            self._later[0] += act
            return
        by, command = act
        told = with_sealed_text(self._office, CASES.key_of, command)
        await self._office.door.handle(CASE, case, told, asked(command, by))
