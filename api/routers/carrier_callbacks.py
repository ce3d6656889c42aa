"""What a carrier tells us by itself: where it has seen an item."""

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter, Depends, Request

from api.callback import SIGNED_FIELDS, MessageKept, kept
from api.dependencies import TheDesk
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import asked, joined, sent, titled
from api.openapi.schemas import schema_of
from api.permissions import public
from api.resource import API
from domain.carriers.carrier import CarrierName
from domain.carriers.carrier_scan import CarrierNotice
from domain.titles import Title

_FOLDER: Final = "/callbacks/carriers"

router = APIRouter(
    prefix=_FOLDER,
    tags=["callbacks"],
    dependencies=[Depends(public())],
    route_class=TypedRoute,
)


def path_of(carrier: CarrierName) -> str:
    """Where a carrier tells of scans."""
    return f"{API}{_FOLDER}/{carrier}"


PATHS: Final = frozenset(map(path_of, CarrierName))

_WORDS: Final = Title("寄递企业推送邮件轨迹", "What a carrier tells")
_NOBODYS: Final[Sequence[bytes]] = ()


@router.post(
    "/{carrier}",
    operation_id="carrierCallback",
    status_code=202,
    summary=_WORDS.en,
    openapi_extra=joined(
        asked(schema_of(CarrierNotice)),
        sent(*SIGNED_FIELDS),
        titled(_WORDS),
    ),
)
async def scanned(carrier: str, request: Request, desk: TheDesk) -> Answer[MessageKept]:
    """Takes a scan that is signed by Standard Webhooks 1.0 (``v1``, HMAC-SHA-256).

    ``carrier`` is ``ems`` or ``registered``. Scans may come in any order, and more than once.
    The answer comes when the message is durable. Whoever gets none sends it again.
    """
    secrets = desk.carrier_secrets.get(carrier, _NOBODYS)
    return Answer(await kept(request, desk, carrier, secrets), 202)
