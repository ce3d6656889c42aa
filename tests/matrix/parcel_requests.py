"""The requests about parcels, and about the blanks of what is in them."""

import json
from collections.abc import Mapping
from typing import Final

from api.resource import API
from domain.case.delivery.commands import HandToPost, RecordDelivery
from tests.matrix.ask import FORM, Ask

_PARCEL: Final = f"{API}/parcels/{{parcel}}"
_STOCK: Final = f"{API}/stock/{{stock}}"
_BOOK: Final = {"office": "410100", "kind": "plate"}
_SCAN: Final = {
    "scan": "s1",
    "status": "arrived",
    "place": "410105",
    "scanned_at": "2020-02-24T02:00:00Z",
}

PARCELS: Final[Mapping[str, Ask]] = {
    "GET /handover/irregular": Ask(shown=lambda answer: "EE473124829CN" in answer.text),
    "POST /handover/irregular": Ask(
        "parcel={parcel}&irregularity=overdue&clearing=lost", media_type=FORM
    ),
    f"POST {API}/parcels/{{item_no}}/scan": Ask(json.dumps(_SCAN), at=RecordDelivery),
    f"GET {API}/parcels": Ask(shown=lambda answer: bool(answer.json()["parcels"])),
    f"GET {_PARCEL}": Ask(),
    f"GET {_PARCEL}/history": Ask(),
    f"POST {_PARCEL}/enclose-parcel": Ask(json.dumps({"item_no": "EE473124829CN"}), at=HandToPost),
    f"POST {_PARCEL}/record-item-scan": Ask(json.dumps(_SCAN)),
    "GET /desk/blanks": Ask(),
    "POST /desk/blanks": Ask("act=count&kind=plate&counted=10", media_type=FORM),
    f"GET {_STOCK}": Ask(),
    f"GET {_STOCK}/history": Ask(),
    f"POST {_STOCK}/receive-blanks": Ask(
        json.dumps({**_BOOK, "first": "HP00000011", "last": "HP00000020"})
    ),
    f"POST {_STOCK}/spoil-blank": Ask(
        json.dumps({**_BOOK, "serial": "HP00000001", "reason": "damaged"})
    ),
    f"POST {_STOCK}/count-blanks": Ask(json.dumps({**_BOOK, "counted": 10})),
    f"POST {_PARCEL}/clear-irregularity": Ask(
        json.dumps({"irregularity": "overdue", "clearing": "lost"})
    ),
}
