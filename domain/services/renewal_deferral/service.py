"""The declaration of D09 延期换领驾驶证."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.licence import LicenceDuty
from domain.register.reminder_topic import ReminderTopic
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY, JURISDICTION, NO_OPEN_DUPLICATE
from domain.services.checks.licence import LICENCE_STATE
from domain.services.choices import DocumentKind
from domain.services.deferral.checks import DEFERRAL_PROOF, first_of
from domain.services.deferral.facts import deferred
from domain.services.deferral.form import documents_for
from domain.services.deferral.words import LAW, TOLD
from domain.services.fees import no_fee
from domain.services.renewal_deferral import checks, form, words
from domain.services.renewal_deferral.example import example
from domain.services.renewal_deferral.facts import RenewalDeferralFacts
from domain.services.service import Group, Service, Subject

RENEWAL_DEFERRAL: Final = Service(
    code="renewal_deferral",
    number="D09",
    group=Group.LICENCE,
    archetype=Archetype.DEFERRAL,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    wish=words.WISH,
    law=LAW,
    form=form.RenewalDeferral,
    facts=RenewalDeferralFacts,
    documents=documents_for,
    checks=(
        IDENTITY,
        LICENCE_STATE,
        JURISDICTION,
        DEFERRAL_PROOF,
        checks.DUTY,
        checks.IN_TIME,
        first_of(LicenceDuty.RENEWAL),
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated("decide_renewal_deferral", Rule(1, date(2016, 4, 1), "office practice")),
    fee=no_fee,
    on_request=frozenset({DocumentKind.MANDATE}),
    user_kinds=form.RenewalDeferral.USER_KINDS,
    exclusive="renewal_deferral",
    subject=Subject.LICENCE,
    change=deferred(LicenceDuty.RENEWAL),
    settles=frozenset({ReminderTopic.RENEWAL}),
    example=example,
    told=TOLD,
)
