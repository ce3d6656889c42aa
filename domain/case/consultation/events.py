"""Events of this chapter. These names and fields are stored for ever."""

from datetime import datetime

from domain.case.vocabulary import CaseEvent


class RegisterConsulted(CaseEvent, frozen=True, kw_only=True):
    """The register has said what it knew at the instant ``as_of``.

    The results of the checks that it could judge follow. The others are left to a person.
    """

    as_of: datetime
