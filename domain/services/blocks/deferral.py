"""What every deferral says: from which day it counts, and until when it is asked for."""

from datetime import date

from domain.services.facts import Facts


class DeferralFacts(Facts, frozen=True, kw_only=True):
    """``base_on`` is the day on which the duty would fall due without the deferral."""

    base_on: date
    requested_until: date
