"""The words of the pages on which an officer enters an application at his window."""

from typing import Final

from domain.titles import Title

TITLE: Final = Title("窗口受理", "Take in at the window")
WAY: Final = Title("受理方式", "How it comes in")
COUNTER: Final = Title("受理窗口", "Window")
MATTER: Final = Title("申请事项", "What is applied for")
HERE: Final = Title("在本窗口领取", "collected at this window")
ORIGINALS: Final = Title("出示的原件", "Originals shown")
ORIGINALS_HINT: Final = Title(
    "逐项核验原件后勾选。只在相应情形下需要的，已在项目后注明。",
    "Tick each one after you have seen it. What only some must show says so.",
)
IF_AGENT: Final = Title("委托代理人办理的出示", "shown by an agent")
IF_LOST: Final = Title("补领的出示", "shown if the document is lost")
IF_REPLACED: Final = Title("换领的出示", "shown if the document is replaced")
DECLARED: Final = Title(
    "申请人已阅读业务须知，并对申请内容的真实性签字确认",
    "The applicant has read the notice, and has signed that what he says is true",
)
GREEN: Final = Title("绿色通道", "Green channel")
GREEN_CHOSEN: Final = Title(
    "经本人核实批准，按绿色通道受理", "I have seen the ground, and let it in by the green channel"
)
GREEN_KIND: Final = Title("绿色通道事由", "Ground")
GREEN_PROOF: Final = Title("核实依据", "Proof")
GREEN_NOTE: Final = Title("批准理由", "Reason of the approval")
GREEN_NOTE_HINT: Final = Title(
    "加密保存在案卷中，供审计查阅。", "It is sealed in the file, for the audit."
)
TO_WRITE: Final = Title("请写明批准理由。", "Please give the reason.")
TOO_LONG: Final = Title(
    "批准理由不得超过500字，请精简。", "The reason has more than 500 characters. Please shorten it."
)
PLEASE_CHOOSE: Final = Title("请选择一项。", "Choose one of these.")
