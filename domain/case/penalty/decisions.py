"""Who does what about a penalty, and when."""

from typing import Any, Final

from domain.aggregate import Decision
from domain.case.at_his_window import APPLICANTS_OR_WINDOW, for_applicant
from domain.case.penal import is_penal
from domain.case.penalty import commands
from domain.case.penalty.decision import decide_penalty, of_the_numbers, serve_decision
from domain.case.penalty.facts import (
    accept_facts,
    make_statement,
    of_the_violation,
    reject_statement,
    show_facts,
    uphold_statement,
)
from domain.case.penalty.payment import ask_for_fine, of_the_penalty
from domain.case.review.who import nobody_waits
from domain.case.roles import OFFICERS, SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.conflict import OfficialAct

DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(
        commands.ShowFacts,
        at={Stage.SUBMITTED},
        by=OFFICERS | SYSTEM,
        decide=show_facts,
        when=lambda case: is_penal(case) and case.violation is not None,
        reads=of_the_violation,
        who=nobody_waits,
        act=OfficialAct.CHECK,
    ),
    Decision(
        commands.AcceptFacts,
        at={Stage.FACTS_SHOWN},
        by=APPLICANTS_OR_WINDOW,
        decide=accept_facts,
        who=for_applicant,
    ),
    Decision(
        commands.MakeStatement,
        at={Stage.FACTS_SHOWN},
        by=APPLICANTS_OR_WINDOW,
        decide=make_statement,
        when=lambda case: not case.heard,
        who=for_applicant,
        reads=of_the_violation,
    ),
    Decision(
        commands.RejectStatement,
        at={Stage.DISPUTED},
        by=OFFICERS,
        decide=reject_statement,
        act=OfficialAct.ANSWER,
    ),
    Decision(
        commands.UpholdStatement,
        at={Stage.DISPUTED},
        by=OFFICERS,
        decide=uphold_statement,
        act=OfficialAct.ANSWER,
    ),
    Decision(
        commands.DecidePenalty,
        at={Stage.FACTS_SHOWN},
        by=OFFICERS | SYSTEM,
        decide=decide_penalty,
        reads=of_the_numbers,
        who=nobody_waits,
        act=OfficialAct.DECIDE,
    ),
    Decision(commands.ServeDecision, at={Stage.DECIDED}, by=OFFICERS, decide=serve_decision),
    Decision(
        commands.AskForFine,
        at={Stage.SUBMITTED},
        by=OFFICERS | SYSTEM,
        decide=ask_for_fine,
        when=lambda case: is_penal(case) and case.penalty is not None,
        reads=of_the_penalty,
        who=nobody_waits,
    ),
)
