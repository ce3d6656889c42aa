"""A case that makes a document, from its form to the doorstep of the applicant."""

import json
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.delivery.commands import HandToPost, RecordDelivery
from domain.case.intake.commands import AcceptCase
from domain.case.production.commands import OrderProduction, RecordProduction, SettleOldDocument
from domain.case.production.reasons import OldDocument
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.door import Begun
from domain.event_store.connection import connect
from domain.identifiers import postal_item
from domain.message import Command
from domain.people import Actor
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.kit.life import CARRIER, CLERK, REVIEWER
from tests.kit.offices import CITIZEN, asked
from tests.kit.payment import pay_and_go_on
from tests.kit.served import Service
from workers import checker
from workers.consultation import OfTheRegister
from workers.registers.own import OwnRegister
from workers.reliefs import reliefs_at


class DocumentCase(NamedTuple):
    """``body`` is the form from which it came."""

    service: Service
    body: dict[str, Any]
    case: UUID
    reference: str

    async def state(self) -> Case:
        return (await self.service.desk.door.open(CASE, self.case, CITIZEN))[0].state

    async def consult(self) -> dict[str, bool]:
        """The checker asks our own register. Gives what it could say."""
        desk = self.service.desk
        consultation = OfTheRegister(
            OwnRegister(desk.door, desk.names, desk.clock),
            desk.keyring,
            desk.names,
            desk.clock,
            Calendar(),
            CATALOGUE,
            partial(reliefs_at, desk.door, CITIZEN),
        )
        await self.service.fold()
        async with await connect(self.service.url) as connection:
            await checker.work_off(connection, desk.door, consultation, (), ())
        return (await self.state()).checks

    async def deliver(self, serial: int = 1) -> None:
        """It is approved, made, posted and brought to the door, where what is owed is paid."""
        checks = CATALOGUE[self.body["service"]].checks
        known = (await self.state()).checks
        for by, command in (
            (CLERK, AcceptCase()),
            (REVIEWER, StartReview()),
            *(
                (REVIEWER, RecordCheck(check=each.code, passed=True))
                for each in checks
                if each.code not in known
            ),
            (REVIEWER, ApproveCase()),
            (REVIEWER, OrderProduction()),
            (REVIEWER, RecordProduction(document_no="ZZ0000001")),
            (CLERK, HandToPost(item_no=postal_item.make(serial=serial))),
        ):
            await self._do(by, command)
        owed = max(0, (await self.state()).payable_fen)
        await self._do(CARRIER, RecordDelivery(id_seen=True, collected_fen=owed))

    async def settle(self) -> None:
        """The old document is declared lost, where there is one."""
        if not (await self.state()).old_document_settled:
            await self._do(CLERK, SettleOldDocument(how=OldDocument.LOST))

    async def _do(self, by: Actor, command: Command) -> None:
        await self.service.desk.door.handle(CASE, self.case, command, asked(command, by))


async def applied_for(service: Service, body: dict[str, Any]) -> DocumentCase:
    """Somebody applies, and pays if he is to pay first."""
    desk = service.desk
    form = read_form(json.dumps(body).encode(), today=desk.today)
    case, submit = await desk.applications.prepare(form)
    await desk.door.begin(CASE, Begun(case, submit, asked(submit, CITIZEN)))
    made = DocumentCase(service, body, case, submit.reference)
    if (await made.state()).stage is Stage.PAYMENT_PENDING:
        await pay_and_go_on(desk.door, case)
    return made
