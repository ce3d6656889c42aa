"""The checks an officer records before a decision, and what a failed one tells the citizen.

The codes are stored in events, so they stay. A refusal is written, with its reason (ALL art. 38).
Whoever serves the decision fills in ``{right_office}``.
"""

from dataclasses import dataclass
from typing import Final

from domain.titles import Title


@dataclass(frozen=True, slots=True)
class Check:
    """A check. ``refusal`` is the code of the reason if it fails, and ``reason`` its text."""

    code: str
    title: Title
    refusal: str
    reason: Title


IDENTITY: Final = Check(
    "C-ID",
    Title("身份信息核对", "Identity"),
    "R-IDENTITY",
    Title(
        zh="申请人身份信息与登记信息不符。请核对后重新申请，或者持身份证明原件到车辆管理所窗口办理。",
        en="The identity given does not match the register. Check it and apply again, or "
        "bring the original identity document to the vehicle office.",
    ),
)
OWNERSHIP: Final = Check(
    "C-OWN",
    Title("申请资格核对", "Entitlement"),
    "R-NOT-OWNER",
    Title(
        zh="申请人不是登记的机动车所有人或者驾驶证持有人，也未取得有效委托。请由本人或者其代理人申请。",
        en="The applicant is neither the registered owner or holder nor a valid agent. The "
        "owner, the holder or an agent with a mandate must apply.",
    ),
)
JURISDICTION: Final = Check(
    "C-JUR",
    Title("管辖范围核对", "Competence"),
    "R-JURISDICTION",
    Title(
        zh="该事项不属于本所管辖范围。请向{right_office}提出申请。",
        en="This office has no power in the matter. Please apply to {right_office}.",
    ),
)
VEHICLE_STATE: Final = Check(
    "C-VSTAT",
    Title("机动车状态核对", "Vehicle state"),
    "R-VEHICLE-STATE",
    Title(
        zh="机动车处于查封、被盗抢、注销、锁定或者达到报废标准等状态，不能办理。请先消除该状态后再申请。",
        en="The vehicle is seized, reported stolen, cancelled, locked or due for scrapping. "
        "Have that state lifted first, then apply again.",
    ),
)
LICENCE_STATE: Final = Check(
    "C-LSTAT",
    Title("驾驶证状态核对", "Licence state"),
    "R-LICENCE-STATE",
    Title(
        zh="驾驶证当前状态不符合办理条件。请先处理驾驶证的异常状态后再申请。",
        en="The present state of the driving licence does not allow it. Have that state "
        "settled first, then apply again.",
    ),
)
NO_OPEN_DUPLICATE: Final = Check(
    "C-DUP",
    Title("重复申请核对", "No open duplicate"),
    "R-DUPLICATE",
    Title(
        zh="同一机动车或者驾驶证已有同类业务正在办理。请等待该业务办结，或者先申请撤回。",
        en="A case of this kind is already open for the same vehicle or licence. Wait for "
        "its end, or withdraw it first.",
    ),
)
TRUE_MATERIAL: Final = Check(
    "C-TRUE",
    Title("材料真实性审查", "Documents true"),
    "R-FALSE-MATERIAL",
    Title(
        zh="提供虚假材料。请提交真实、有效的材料；对认定有异议的，可以到车辆管理所现场说明。",
        en="The material supplied is false. Supply true and valid material; whoever contests "
        "the finding may explain at the vehicle office.",
    ),
)
MOBILE_VERIFIED: Final = Check(
    "C-MOBILE",
    Title("手机号码验证", "Mobile number verified"),
    "R-MOBILE-UNVERIFIED",
    Title(
        zh="新手机号码未通过短信验证。请用新手机号码接收验证码并完成验证后重新申请。",
        en="The new mobile number has not been verified. Confirm the code sent to the new "
        "number, then apply again.",
    ),
)
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

COMMON: Final = (IDENTITY, OWNERSHIP, JURISDICTION, NO_OPEN_DUPLICATE, TRUE_MATERIAL)
"""What may be wrong with any application, whatever its service checks."""
