"""D07 延期提交身体条件证明: for holders from seventy years on, and of C5 (139 art. 72, 73)."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from domain.clocks.clock import Clock
from domain.services.blocks.medical.duty import (
    LAW,
    MEDICAL_DUTY_LAWS,
    MEDICAL_DUTY_TEXTS,
    ends_for,
)
from domain.services.deferral.cycle import CycleDeferralForm, LicenceWithDuty
from domain.services.judgement import Judgement
from domain.services.medical_deferral.facts import MedicalDeferralFacts


class LicenceWithMedicalDuty(LicenceWithDuty):
    CLOCK: ClassVar = Clock.LIC_MEDICAL

    @classmethod
    def ends(cls, first_issued_on: date, seen: Judgement) -> Iterator[date]:
        return ends_for(first_issued_on, seen)


class MedicalDeferral(CycleDeferralForm):
    """延期提交身体条件证明."""

    TEXTS: ClassVar = {**CycleDeferralForm.TEXTS, **MEDICAL_DUTY_TEXTS}
    LAWS: ClassVar = {**CycleDeferralForm.LAWS, **MEDICAL_DUTY_LAWS, "due_on_cycle": LAW}
    FACTS: ClassVar = MedicalDeferralFacts

    service: Literal["medical_deferral"]
    licence: LicenceWithMedicalDuty
