"""The peer: FastAPI with its defaults and ``Application.save`` in every request.

It is made as the documentation of both would have it: a pydantic model of the body, a route in
a plain ``def`` that runs in the thread pool, an aggregate of decorated methods. It checks no
number, seals nothing, keeps no idempotency key and reads no token. Our side does all of that.
"""

from typing import Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from fastapi import FastAPI
from pydantic import AwareDatetime, BaseModel

from cheguan.bench.scratch import library_settings
from cheguan.bench.submissions import PATH


class Applicant(BaseModel):
    id_type: str
    id_no: str
    name: str
    mobile: str
    capacity: str


class Vehicle(BaseModel):
    plate_kind: str
    plate_no: str
    vin: str
    engine_no: str
    use_nature: str


class Delivery(BaseModel):
    mode: str
    recipient_name: str
    recipient_mobile: str
    region_code: str
    address: str
    postcode: str


class Payment(BaseModel):
    method: str


class Declaration(BaseModel):
    notice_version: str
    agreed_at: AwareDatetime
    declaration_version: str
    sms_code_id: UUID | None = None


class Document(BaseModel):
    kind: str
    sha256: str
    media_type: str
    size: int


class Submission(BaseModel):
    service: str
    channel: str
    user_kind: str
    applicant: Applicant
    vehicle: Vehicle
    business: str
    reason: str
    plates_affected: str
    need_temp_plate: bool
    delivery: Delivery
    payment: Payment
    declaration: Declaration
    documents: list[Document]


class Submitted(BaseModel):
    id: UUID
    version: int


class Case(Aggregate):
    @event("Submitted")
    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body


class Cases(Application[UUID]):
    def submit(self, body: dict[str, Any]) -> Case:
        case = Case(body)
        self.save(case)
        return case


def stock_app(url: str) -> FastAPI:
    """An application with one route, at the path of ours."""
    cases = Cases(library_settings(url))
    app = FastAPI()

    @app.post(PATH, status_code=201)
    def submit(submission: Submission) -> Submitted:
        case = cases.submit(submission.model_dump(mode="json"))
        return Submitted(id=case.id, version=case.version)

    return app
