"""What V01 alone checks: plates are reissued online once."""

from typing import Final

from domain.services.checks.check import Check
from domain.services.choices import ONLINE
from domain.services.given import Given
from domain.services.plate_reissue.facts import PlateReissueFacts
from domain.titles import Title


def _once(given: Given[PlateReissueFacts]) -> bool | None:
    """Local practice, which the law does not know: the second time a person sees the vehicle."""
    if given.facts.channel not in ONLINE:
        return True
    if given.vehicle is None:
        return None
    return all(document.service != given.facts.service for document in given.vehicle.issued)


ONCE_ONLINE: Final = Check(
    "C-ONCE",
    Title("网上补换领次数核对", "Once online"),
    "R-ONLINE-ONCE",
    Title(
        zh="该机动车已补换领过号牌，不能再次网上办理。请持身份证明和机动车登记证书到车辆管理所窗口办理。",
        en="Plates of this vehicle were reissued or replaced before, and that is done online only "
        "once. Please come to the window with your identity document and the registration "
        "certificate.",
    ),
    _once,
)
