"""How the routes of subscriptions of partners are asked."""

from collections.abc import Mapping
from typing import Final

from api.resource import API
from tests.matrix.ask import FORM, Ask

_ONE: Final = f"{API}/webhooks/{{webhook}}"
_MESSAGE: Final = f"{API}/webhook-messages/{{webhook_message}}"
WEBHOOK_ASKS: Final[Mapping[str, Ask]] = {
    f"GET {_ONE}": Ask(),
    f"GET {_ONE}/history": Ask(),
    f"POST {_ONE}/change-webhook": Ask(
        '{"address":"https://hooks.insurer.example/v2","stages":["accepted"]}'
    ),
    f"POST {_ONE}/pause-webhook": Ask(),
    f"POST {_ONE}/resume-webhook": Ask(),
    f"POST {_ONE}/ask-for-webhook-test": Ask(),
    f"POST {_ONE}/end-webhook": Ask(),
    f"GET {_MESSAGE}": Ask(),
    f"GET {_MESSAGE}/history": Ask(),
    "GET /webhooks": Ask(),
    "POST /webhooks": Ask(
        "partner=p-{case}&address=https%3A%2F%2Fhooks.insurer.example%2F&stage-accepted=yes"
        "&key={case}",
        media_type=FORM,
    ),
    "GET /webhooks/{subscription}": Ask(),
    "POST /webhooks/{subscription}": Ask("act=test&version=1", media_type=FORM),
    f"POST {_MESSAGE}/repeat-webhook-message": Ask(),
}
