"""Events of this chapter. These names and fields are stored for ever."""

from datetime import datetime
from typing import Annotated

from domain.case.vocabulary import CaseEvent
from domain.exam_plans.booking import LearnerStanding
from domain.hidden import HIDDEN


class RegisterConsulted(CaseEvent, frozen=True, kw_only=True):
    """The register has said what it knew at the instant ``as_of``.

    The results of the checks that it could judge follow. The others are left to a person.
    ``holders`` are whom it has for the vehicle, the licence and the learner's permit beside the
    applicant, by indexes under the name key, so that none of them decides in the case (ADR 67).
    ``learner`` is what the permit says of the examination that is booked.
    """

    as_of: datetime
    holders: Annotated[tuple[bytes, ...], HIDDEN] = ()
    learner: LearnerStanding | None = None
