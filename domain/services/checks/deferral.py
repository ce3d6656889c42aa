"""Checks of a deferral."""

from typing import Final

from domain.services.checks.check import Check
from domain.titles import Title

DEFERRAL_PROOF: Final = Check(
    "C-PROOF",
    Title("延期事由证明审查", "Proof of the ground"),
    "R-PROOF",
    Title(
        zh="所提交的证明不能证明延期事由。请补充服兵役、出国（境）或者其他延期事由的有效证明后重新申请。",
        en="The proof does not show the ground for deferral. Apply again with valid proof of "
        "military service, of being abroad or of the other ground.",
    ),
)
IN_TIME: Final = Check(
    "C-TIME",
    Title("申请期限核对", "Applied in time"),
    "R-TOO-LATE",
    Title(
        zh="申请已超过规定期限，不能网上办理。请到驾驶证核发地车辆管理所窗口咨询办理。",
        en="The time for applying online has passed. Please ask at the vehicle office that "
        "issued the licence.",
    ),
)
