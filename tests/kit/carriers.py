"""Two simulated carriers beside a service, in this process. Each is asked over HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import httpx

from cheguan.carrier.app import carrier_app
from cheguan.carrier.chaos import Chaos
from cheguan.carrier.item_book import Conduct, ItemBook
from cheguan.carrier.scan_courier import ScanCourier
from cheguan.carrier_client import notify_urls
from cheguan.carrier_ways import silent_by_callbacks
from cheguan.settings import Settings
from domain.aggregates import CODEC
from domain.carriers.carrier import CarrierName
from domain.carriers.dispatch import Dispatch
from domain.case.delivery.commands import HandToPost
from domain.event_store.connection import connect
from domain.parcels.parcel import PARCEL
from domain.parcels.state import Parcel, parcel_of
from domain.people import system
from tests.kit.carrier_callbacks import carrier_secret, scans_settled
from tests.kit.life import CLERK
from tests.kit.parcels import PostOffice
from tests.kit.served import served
from workers.carriers.enquiry import CarrierQuery
from workers.carriers.outside_carrier import OutsideCarrier
from workers.carriers.ways import ways
from workers.concerned import CONCERNED
from workers.reactor import Reactor

TOKEN: Final = "a-token-of-the-carriers"
SILENCE: Final = timedelta(days=1)


class PostalWall:
    """The wall clock of the carriers. It goes as the clock of the service does."""

    def __init__(self, office: PostOffice) -> None:
        self._office = office
        self._began = datetime.now(UTC) - office.now

    def __call__(self) -> datetime:
        return self._office.now + self._began


class PostalLine(httpx.ASGITransport):
    """The way to a carrier. While it is ``cut`` nobody gets through; while it is ``mute`` whoever
    gets through hears no answer.
    """

    cut = False
    mute = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.cut:
            raise httpx.ConnectError("cut")
        answer = await super().handle_async_request(request)
        if self.mute:
            raise httpx.ReadTimeout("mute")
        return answer


@dataclass
class SimulatedPost:
    """A carrier as it stands there. ``line`` leads to it."""

    book: ItemBook
    courier: ScanCourier
    line: PostalLine
    port: OutsideCarrier


@dataclass
class CarriersAndService:
    """``office`` has the service and its clock, by which the carriers go too."""

    office: PostOffice
    carriers: dict[CarrierName, SimulatedPost]
    wall: PostalWall

    async def react(self) -> None:
        """What has happened has its consequences, also at the carriers."""
        made = self.office.service.desk
        ports = {name: each.port for name, each in self.carriers.items()}
        dispatch = Dispatch(ports, silent_by_callbacks(made, SILENCE / 4))
        urls = notify_urls(Settings())
        outward = ways(made.door, made.keyring, dispatch, urls, made.clock)
        reactor = Reactor(self.office.service.url, CODEC, made.door, CONCERNED, outward)
        await reactor.catch_up()
        await reactor.close()

    async def told(self) -> int:
        """The carriers tell what they have to, and it becomes commands. How many were taken."""
        taken = sum([await each.courier.step(self.wall()) for each in self.carriers.values()])
        await scans_settled(self.office.service)
        await self.react()
        return taken

    async def days(self, count: int) -> None:
        """Days go by. Every six hours somebody looks whether there is something to tell."""
        for _ in range(4 * count):
            self.office.now += timedelta(hours=6)
            await self.told()

    async def enquire(self) -> int:
        """The carriers are asked about what nothing was heard of. How many scans came of it."""
        await self.office.service.fold()
        made = self.office.service.desk
        ports = {name: each.port for name, each in self.carriers.items()}
        enquiry = CarrierQuery(made.door, ports, made.clock, SILENCE)
        connection = await connect(self.office.service.url)
        try:
            found = await enquiry.step(connection)
        finally:
            await connection.close()
        await self.react()
        return found

    async def posted(self) -> UUID:
        """A case whose document was handed over under the number that a carrier gave."""
        case = await self.office.ready_to_send()
        await self.react()
        item_no = (await self.parcel(case)).item_no
        assert item_no, "a carrier has given its number"
        await self.office.does(case, CLERK, HandToPost(item_no=item_no))
        await self.react()
        return case

    async def parcel(self, case: UUID, posting: int = 1) -> Parcel:
        stream = parcel_of(case, posting)
        opened, _ = await self.office.service.desk.door.open(PARCEL, stream, system("test"))
        state: Parcel = opened.state
        return state


@asynccontextmanager
async def carriers_and_service(
    url: str, folder: Path, chaos: Chaos | None = None, seed: int = 7
) -> AsyncIterator[CarriersAndService]:
    async with served(url, folder, clock=lambda: office.now) as service:
        office = PostOffice(service)
        wall = PostalWall(office)
        carriers = {}
        for name in CarrierName:
            book = ItemBook(Conduct(name, seed, chaos=chaos or Chaos()), clock=wall)
            line = PostalLine(app=carrier_app(book, TOKEN))
            http = httpx.AsyncClient(
                transport=line,
                base_url="http://carrier",
                headers={"authorization": f"Bearer {TOKEN}"},
            )
            courier = ScanCourier(book, carrier_secret(service.secrets, name), service.http)
            carriers[name] = SimulatedPost(book, courier, line, OutsideCarrier(name, http))
        yield CarriersAndService(office, carriers, wall)
