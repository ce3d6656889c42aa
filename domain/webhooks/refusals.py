"""Why a subscription is not entered or changed."""

from dataclasses import dataclass

from domain.refusal import Conflict, Invalid


@dataclass(kw_only=True)
class WebhookAddressUnfit(Invalid):
    """Nothing is sent to such an address."""

    field: str = "address"


@dataclass(kw_only=True)
class WebhookStageUnknown(Invalid):
    """No case reaches such a stage."""

    field: str = "stages"


@dataclass(kw_only=True)
class WebhookOfAnotherPartner(Invalid):
    """The stream belongs to another partner than the one who is named."""

    field: str = "partner"


@dataclass(kw_only=True)
class WebhookSecretOutrun(Conflict):
    """Somebody else has replaced the secret meanwhile."""
