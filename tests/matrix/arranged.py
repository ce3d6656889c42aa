"""A real store with cases in it, each as often as somebody has changed it."""

from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

from msgspec.structs import replace

from domain.accesses.decisions import hour_of
from domain.accesses.events import CaseViewed
from domain.accesses.kind import CaseAspect
from domain.accesses.state import access_record_of
from domain.bans.events import BanImposed
from domain.bans.state import BanGround, ban_of
from domain.case.delivery.events import HandedToPost
from domain.case.handed_in import papers_in
from domain.case.instruments.kind import InstrumentKind
from domain.case.intake.events import CaseAccepted, CaseSubmitted
from domain.case.penalty.events import PenaltyDecided
from domain.case_id import new_case_id
from domain.claims.events import ClaimEvent, ClaimTaken
from domain.claims.kind import ClaimKind
from domain.claims.state import postal_item
from domain.code_purpose import CodePurpose
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.identifiers import postal_item as item_numbers
from domain.identifiers import reference
from domain.message import Event
from domain.notice_samples.state import samples_of
from domain.notices.kinds import Addressee
from domain.notices.state import notice_of
from domain.numbers.events import PlateNumberOffered
from domain.numbers.state import plate_number
from domain.one_time_codes.events import OneTimeCodeRequested
from domain.one_time_codes.state import code_stream
from domain.orders.events import (
    OrderPlaced,
    OrderRefunded,
    RefundFailed,
    UnduePaymentReceived,
)
from domain.orders.refund import RefundFailure
from domain.orders.state import OrderStage, order_of
from domain.parcels.state import parcel_of
from domain.people import Role
from domain.print_jobs.events import InstrumentQueued
from domain.print_jobs.state import print_job_of
from domain.recorded_event import Envelope
from domain.vault import seal_parts
from tests.kit.served import Service
from tests.matrix.alarm_requests import alarm_taken_on
from tests.matrix.improvement_streams import an_improvement
from tests.matrix.parcel_streams import book_of_blanks, parcels_of
from tests.matrix.penal_streams import of_a_penalty
from tests.matrix.people import AGENT_INDEX
from tests.matrix.situations import Situation
from tests.matrix.till_streams import collected_by_post, in_a_till
from tests.matrix.told_streams import a_sample, not_received, reminded, reminder_named
from tests.matrix.webhook_streams import webhooks_of

GOES_BACK: Final = "B20200302-000001"
"""A payment that was not owed, and that the bank could not give back."""


class Placed:
    """One case in the store, with its order, its claim, its parcel and one of its papers.

    ``accepted`` is the version of its acceptance, of which the applicant has a receipt.
    """

    def __init__(
        self, case: UUID, claim: UUID, item_no: str | None, papers: list[str], accepted: int
    ) -> None:
        self.case = case
        self.accepted = accepted
        self.paper = papers[0] if papers else 64 * "0"
        self.claim = claim
        self.item_no = item_no or item_numbers.make(serial=99_999_999)


class Arranger:
    """Puts cases into the store of a service. No two of them share a claim or an item number."""

    def __init__(self, service: Service) -> None:
        assert isinstance(service.desk.log, PostgresEventStore)
        self._desk = service.desk
        self._store = service.desk.log
        self._made = 0

    async def place(self, situation: Situation) -> Placed:
        """Stores a history under a fresh id, with a key of its own and the agent's index."""
        self._made += 1
        case, claim, key = new_case_id(), uuid4(), await self._desk.keyring.new_key()
        item_no: str | None = None
        decision_no = f"410100{self._made:010d}"
        history: list[Envelope[Event]] = []
        writes = [
            self._claimed(claim, ClaimKind.OPEN_CASE, case, situation.history[0]),
            self._viewed(case, situation),
            self._coded(case, situation),
        ]
        for number, envelope in enumerate(situation.history):
            event = envelope.event
            if isinstance(event, CaseSubmitted):
                sealed = dict.fromkeys(event.sealed, b"{}")
                event = replace(
                    event,
                    key_id=key.id,
                    sealed=seal_parts(key, case, sealed),
                    claim=claim,
                    agent_index=AGENT_INDEX,
                )
                writes += [self._ordered(case, event, envelope)] if event.pay_by else []
            if isinstance(event, CaseSubmitted) and event.violation:
                about = uuid4()
                event = replace(event, violation=about, reference=reference.draw(about.bytes))
                writes += of_a_penalty(case, about, decision_no, situation)
            if isinstance(event, PenaltyDecided):
                event = replace(event, decision_no=decision_no)
            if isinstance(event, HandedToPost):
                item_no = item_numbers.make(serial=100 * self._made + number)
                event = replace(event, item_no=item_no)
                named = postal_item(item_no)
                taken = ClaimTaken(
                    kind=ClaimKind.POSTAL_ITEM,
                    case=case,
                    taken_on=envelope.at.date(),
                    parcel=parcel_of(case, 1),
                )
                writes.append(StreamWrite(named, 0, (replace(envelope, event=taken),)))
            history.append(replace(envelope, event=event))
        kinds = [type(each.event) for each in history]
        accepted = kinds.index(CaseAccepted) + 1 if CaseAccepted in kinds else 1
        writes.append(self._to_print(case, accepted, situation))
        writes.append(self._offered(case, situation.history[0]))
        writes += parcels_of(case, situation)
        if self._made == 1:
            writes.append(book_of_blanks(situation.history[0]))
            writes.append(alarm_taken_on(situation.history[0]))
        writes.append(self._barred(case, situation))
        writes.append(in_a_till(case, situation))
        writes.append(collected_by_post(case, situation))
        writes.append(an_improvement(case, situation))
        writes += [self._told(case, situation), self._reminded(case, situation)]
        writes.append(_sampled(case, situation))
        writes += webhooks_of(case, situation)
        writes.insert(0, StreamWrite(case, 0, tuple(history)))
        answer = await self._store.append(Pending(uuid4(), b"\0" * 32, b"{}", tuple(writes)))
        assert isinstance(answer, Appended)
        papers = [paper.sha256 for each in history for paper in papers_in(each.event)]
        return Placed(case, claim, item_no, papers, accepted)

    def _claimed(
        self, claim: UUID, kind: ClaimKind, case: UUID, like: Envelope[Event]
    ) -> StreamWrite:
        taken: ClaimEvent = ClaimTaken(kind=kind, case=case, taken_on=like.at.date())
        return StreamWrite(claim, 0, (replace(like, event=taken),))

    def _barred(self, case: UUID, situation: Situation) -> StreamWrite:
        like = situation.history[0]
        imposed = BanImposed(
            case=case,
            ground=BanGround.RESERVATION_EXPIRED,
            imposed_on=like.at.date(),
            barred_until=like.at.date(),
            office=situation.case.office,
            id_no_index=situation.case.id_no_index,
        )
        return StreamWrite(ban_of(case.bytes), 0, (replace(like, event=imposed),))

    def _to_print(self, case: UUID, version: int, situation: Situation) -> StreamWrite:
        queued = InstrumentQueued(
            case=case,
            version=version,
            kind=InstrumentKind.ACCEPTANCE_RECEIPT,
            office=situation.case.office,
        )
        envelope = replace(situation.history[0], event=queued)
        return StreamWrite(print_job_of(case, version), 0, (envelope,))

    def _told(self, case: UUID, situation: Situation) -> StreamWrite:
        """The applicant has not received what he was told of the first step."""
        told = not_received(case, situation.case.office)
        like = situation.history[0]
        stream = notice_of(case, 1, Addressee.APPLICANT)
        return StreamWrite(stream, 0, tuple(replace(like, event=event) for event in told))

    def _reminded(self, case: UUID, situation: Situation) -> StreamWrite:
        """A reminder of a record whose stream has the id of the case."""
        told = replace(situation.history[0], event=reminded(case, situation.case.office))
        return StreamWrite(reminder_named(case), 0, (told,))

    def _offered(self, case: UUID, like: Envelope[Event]) -> StreamWrite:
        offered = PlateNumberOffered(case=case, offered_until=like.at)
        return StreamWrite(plate_number(case.bytes), 0, (replace(like, event=offered),))

    def _viewed(self, case: UUID, situation: Situation) -> StreamWrite:
        like = situation.history[0]
        seen = CaseViewed(
            case=case,
            office=situation.case.office,
            role=Role.CLERK,
            officer="colleague",
            view=CaseAspect.OVERVIEW,
            hour=hour_of(like.at),
        )
        return StreamWrite(access_record_of(case), 0, (replace(like, event=seen),))

    def _coded(self, case: UUID, situation: Situation) -> StreamWrite:
        """A one-time code for which the owner has asked, under the id of the case."""
        like = situation.history[0]
        code = OneTimeCodeRequested(
            purpose=CodePurpose.SUBMISSION,
            holder=like.by.person,
            number_index=b"",
            digits_index=b"",
            key_id=UUID(int=0),
            sealed={},
            tries=3,
            expires_at=self._desk.clock() + timedelta(minutes=5),
        )
        return StreamWrite(code_stream(case), 0, (replace(like, event=code),))

    def _ordered(self, case: UUID, submitted: CaseSubmitted, like: Envelope[Event]) -> StreamWrite:
        assert submitted.pay_by
        owed = submitted.fee_fen + submitted.postage_fen
        placed = OrderPlaced(
            case=case, office=submitted.office, amount_fen=owed, pay_by=submitted.pay_by
        )
        failed = RefundFailed(
            case=case, payment=GOES_BACK, amount_fen=1, reason=RefundFailure.ACCOUNT_CLOSED
        )
        history = (
            placed,
            UnduePaymentReceived(case=case, amount_fen=1, bank_reference=GOES_BACK),
            OrderRefunded(case=case, amount_fen=1, stage=OrderStage.OPEN, payment=GOES_BACK),
            failed,
        )
        return StreamWrite(
            order_of(case), 0, tuple(replace(like, event=event) for event in history)
        )


def _sampled(case: UUID, situation: Situation) -> StreamWrite:
    """Samples of an official who bears the name of the case, so each case has some."""
    like = situation.history[0]
    return StreamWrite(samples_of(str(case)), 0, (replace(like, event=a_sample()),))
