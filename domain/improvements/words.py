"""What people read about the register of improvements."""

from typing import Final

from domain.improvements.state import ImprovementStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in ImprovementStage},
    events={
        "ImprovementEntered": Title("整改事项已登记", "Improvement entered"),
        "ImprovementDueMoved": Title("整改期限已调整", "Day due moved"),
        "ImprovementOverdue": Title("整改逾期", "Improvement overdue"),
        "ImprovementClosed": Title("整改完成销号", "Improvement closed"),
    },
    fields={
        "region": Title("省辖市", "prefecture"),
        "area": Title("问题类别", "part of the work"),
        "problem": Title("存在问题", "problem"),
        "action": Title("整改措施", "action"),
        "responsible": Title("责任单位", "office responsible"),
        "due_on": Title("整改期限", "due on"),
        "due_before": Title("原整改期限", "due before"),
        "reason": Title("调整理由", "reason of the change"),
        "moved": Title("期限调整", "changes of the day due"),
        "closed_on": Title("销号日期", "closed on"),
        "late": Title("逾期完成", "closed late"),
        "learned": Title("经验教训", "what was learned"),
        "body": Title("登记单位", "entered by"),
    },
    commands={
        "EnterImprovement": Title("登记整改事项", "Enter an improvement"),
        "PassDeadline": Title("期限届满", "Let the day due pass"),
        "MoveImprovementDue": Title("调整整改期限", "Move the day due"),
        "CloseImprovement": Title("整改销号", "Close an improvement"),
    },
    refusals={
        "improvement-of-the-detachment": Explanation(
            Title("应当由市公安局交警支队办理", "The traffic police detachment keeps the register"),
            Title(
                "整改台账由本市公安局交警支队或者省公安厅交警总队登记、调整和销号，请核对省辖市代码和本人单位。",
                "The detachment of the city and the headquarters enter, move and close. Check the"
                " code of the prefecture and your own office.",
            ),
        ),
        "improvement-responsible-elsewhere": Explanation(
            Title("责任单位不属于本市", "The office belongs to another city"),
            Title(
                "责任单位应当是该市的支队、车管所、分所、服务站或者县级车管所，请重新选择。",
                "The office responsible is one of the same city. Choose another one.",
            ),
        ),
        "improvement-due-past": Explanation(
            Title("整改期限已过", "The day due has passed"),
            Title(
                "整改期限不得早于今天，请更正。",
                "The day due is today or later. Please correct it.",
            ),
        ),
        "improvement-names-somebody": Explanation(
            Title("不得填写个人号码", "No numbers of persons"),
            Title(
                "整改台账不记录个人信息，请删去身份证号码、电话号码等号码后再提交。",
                "The register holds nothing about persons. Take out numbers of telephones and of"
                " identity cards, and send it again.",
            ),
        ),
    },
)
