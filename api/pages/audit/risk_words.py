"""The kinds of risk in words: what each is called, and the rule by which a case belongs to it."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from domain.titles import Title
from projections.audit import risks
from projections.audit.wanted import IDLE_REVEAL, ONE_MOBILE, PEOPLE_OF_ONE_MOBILE


class RiskWords(NamedTuple):
    """The title of a kind, and its rule."""

    title: Title
    rule: Title


RISKS: Final[Mapping[str, RiskWords]] = {
    risks.OVERRIDDEN: RiskWords(
        Title("核查未通过仍准予继续办理", "Failed checks set aside"),
        Title(
            "至少一项核查未通过，经办人按特殊情况予以放行。",
            "An officer set a failed check aside.",
        ),
    ),
    risks.EXTENDED: RiskWords(
        Title("期限被延长", "Deadlines extended"),
        Title(
            "办理、补正或者领取等期限至少被延长一次。",
            "A deadline of the case was extended at least once.",
        ),
    ),
    risks.ONE_OFFICER: RiskWords(
        Title("受理与决定为同一人", "Accepted and decided by one officer"),
        Title(
            "受理工号与准予或者不予办理的工号相同；系统自动办理的除外。按规定应当为零。",
            "Who accepted also approved or refused, other than automatically. There must be none.",
        ),
    ),
    risks.OUT_OF_HOURS: RiskWords(
        Title("夜间或者非工作日作出决定", "Decided at night or on a day off"),
        Title(
            "经办人在 22 时至次日 6 时或者非工作日作出准予、不予、不予受理或者撤销决定；"
            "系统自动办理的除外。",
            "An officer approved, refused, declined to accept or revoked between 22:00 and 6:00, "
            "or on a day that is not worked; not what was decided automatically.",
        ),
    ),
    ONE_MOBILE: RiskWords(
        Title("同一手机号码代多人提交", "One mobile number, many applicants"),
        Title(
            f"期间内提交的业务中，同一手机号码涉及 {PEOPLE_OF_ONE_MOBILE} 名以上申请人。"
            "比对使用加密索引，不显示号码。",
            f"Submitted in the period with a mobile number that {PEOPLE_OF_ONE_MOBILE} or more "
            "applicants have in it. Blind indexes are compared, and no number is shown.",
        ),
    ),
    IDLE_REVEAL: RiskWords(
        Title("查看个人信息后未办理", "Personal data seen, nothing done"),
        Title(
            "工作人员查看了未脱敏的个人信息，此后截至目前未在该业务中办理任何步骤。",
            "An officer was shown personal data unmasked, and took no step in the case after that.",
        ),
    ),
    risks.FALLEN: RiskWords(
        Title("决定被撤销、变更或者重新办理", "Decisions that fell or were reopened"),
        Title(
            "经复议撤销、变更、确认违法或者责令履行，或者本机关撤销决定、重新办理。",
            "Set aside, changed, found unlawful or ordered anew on reconsideration, or revoked or "
            "reopened by the office.",
        ),
    ),
    risks.GREEN_UNPROVEN: RiskWords(
        Title("绿色通道无证明材料", "Green channel without papers"),
        Title(
            "准予适用绿色通道，但申请人未就该事由提交证明材料。",
            "The green channel was granted, and no paper that was handed in proves why.",
        ),
    ),
}

ONLOOKER_LEAST: Final = 20
ONLOOKER_TIMES: Final = 5
ONLOOKERS: Final = RiskWords(
    Title("查阅多、办理少的工作人员", "Officers who look far more than they act"),
    Title(
        f"期间内首次查阅的业务不少于 {ONLOOKER_LEAST} 件，"
        f"且不少于其经手业务的 {ONLOOKER_TIMES} 倍。"
        "经手业务是指期间内在办、且由其办理过任一步骤的业务。",
        f"In the period he looked for the first time at {ONLOOKER_LEAST} cases or more, and at "
        f"{ONLOOKER_TIMES} times as many as he had a part in: cases in progress in the period in "
        "which he took any step.",
    ),
)
