"""What had to be corrected, and what was refused."""

from typing import Final

from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.definitions.making import Count, CountByKind, Share
from projections.throughput.plain import SUBMITTED

CORRECTIONS: Final = (
    Definition(
        "n_corrected",
        Title("补正量", "Sent back for correction"),
        Title(
            "当日首次被要求补正的件数。",
            "Counts the cases in which a correction was asked for the first time.",
        ),
        made=Count((measures.CORRECTED,)),
    ),
    Definition(
        "correction_rate",
        Title("补正率", "Correction rate"),
        Title(
            "当日提交的申请中，首次作出决定或者终结前被要求补正至少一次的所占比例。",
            "Divides those of the cases submitted on a day that had to be corrected at least once"
            " before they were first decided or ended by all submitted on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        made=Share((measures.SUBMITTED_CORRECTED,), (SUBMITTED,), measures.SUBMITTED_PENDING),
    ),
    Definition(
        "one_notice_rate",
        Title("一次告知率", "One-notice rate"),
        Title(
            "当日首次被要求补正的申请中，只告知补正一次的所占比例。",
            "Divides those of the cases first returned for correction on a day that needed only"
            " one notice by all first returned on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        made=Share((measures.CORRECTED_ONCE,), (measures.CORRECTED,), measures.CORRECTED_PENDING),
    ),
    Definition(
        "refusal_rate",
        Title("不予办理率", "Refusal rate"),
        Title(
            "决定不予办理的件数占作出决定件数的比例。",
            "Divides the decisions against the applicant by all decisions.",
        ),
        Unit.SHARE,
        made=Share((measures.DECIDED_AGAINST,), (measures.DECIDED,)),
    ),
    Definition(
        "refusal_grounds",
        Title("不予办理理由", "Grounds of refusal"),
        Title(
            "当日不予办理的决定，按理由分列；一项决定可有多个理由。",
            "Counts the grounds of the decisions against the applicant; one decision may have"
            " several.",
        ),
        made=CountByKind(measures.REFUSED_FOR),
    ),
    Definition(
        "correction_reasons",
        Title("补正原因", "Reasons for a correction"),
        Title(
            "当日要求补正的告知，按原因分列；一次告知可有多个原因。",
            "Counts the reasons of the notices that asked for a correction; one notice may have"
            " several.",
        ),
        made=CountByKind(measures.CORRECTED_FOR),
    ),
)
