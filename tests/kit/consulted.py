"""A licence on record, applications about it, and what the register has said of them."""

from typing import Any, Final
from uuid import UUID, uuid4

from msgspec.structs import replace

from cheguan.consultation import consultation
from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import ApproveCase, CheckResult, RecordChecks, StartReview
from domain.case.review.reasons import CheckSource
from domain.case.state import Case
from domain.door.request import own_request
from domain.event_store.connection import connect
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.licences.state import LicenceOnRecord
from domain.message import Command
from domain.people import system
from domain.register.streams import licence_stream
from domain.services.catalogue import CATALOGUE
from domain.vault import Purpose
from tests.kit.life import CLERK, REVIEWER
from tests.kit.offices import asked
from tests.kit.register_records import normal_licence
from tests.kit.served import Service
from workers import checker

SERVICE: Final = "renewal_deferral"
_READER: Final = system("test")


class Registered:
    """The licence of the example of a service, in our own register."""

    def __init__(self, service: Service, example: dict[str, Any]) -> None:
        self.service = service
        self.example = example
        self.names = service.desk.names
        number = example["licence"]["licence_no"]
        self.licence = licence_stream(self.names.of(Purpose.LICENCE, number))

    async def enter(self, **differs: Any) -> None:
        """Enters the licence, which expires on the day that the example tells."""
        desk, about = self.service.desk, self.example
        today = local_day(desk.clock())
        record = replace(
            normal_licence(today),
            holder=self.names.of(Purpose.ID_NO, about["applicant"]["id_no"]),
            holder_name=self.names.of(Purpose.NAME, about["applicant"]["name"]),
            file_no=self.names.of(Purpose.FILE, about["licence"]["file_no"]),
            valid_until=today.fromisoformat(about["licence"]["valid_until"]),
            **differs,
        )
        command = EnterLicence(record=record)
        request = own_request("import", self.licence, 0, command)
        await desk.door.handle(LICENCE, self.licence, command, request)

    async def on_record(self) -> LicenceOnRecord:
        return (await self.service.desk.door.open(LICENCE, self.licence, _READER))[0].state

    async def submit(self, subject: str) -> UUID:
        answer = await self.service.submit(self.example, str(uuid4()), subject)
        assert answer.status_code == 201, answer.text
        await self.service.fold()
        return UUID(answer.json()["id"])

    async def case(self, case: UUID) -> Case:
        return (await self.service.desk.door.open(CASE, case, _READER))[0].state

    async def check(self, *behind: str) -> int:
        """One look of the checker, which asks our own register."""
        desk = self.service.desk
        async with await connect(self.service.url) as connection:
            return await checker.work_off(connection, desk.door, consultation(desk), (), behind)

    async def approve(self, case: UUID) -> None:
        """Two officers accept and approve it. What the register cannot say they have looked at."""
        await self._do(case, CLERK, AcceptCase())
        await self._do(case, REVIEWER, StartReview())
        checks = {each.code for each in CATALOGUE[self.example["service"]].checks}
        missing = sorted(checks - (await self.case(case)).checks.keys())
        results = tuple(CheckResult(code, passed=True) for code in missing)
        await self._do(case, REVIEWER, RecordChecks(results=results, source=CheckSource.DOCUMENTS))
        await self._do(case, REVIEWER, ApproveCase())
        await self.service.fold()

    async def _do(self, case: UUID, by: Any, command: Command) -> None:
        await self.service.desk.door.handle(CASE, case, command, asked(command, by))


async def registered(service: Service, code: str = SERVICE, **differs: Any) -> Registered:
    made = Registered(service, await service.example(code))
    await made.enter(**differs)
    return made
