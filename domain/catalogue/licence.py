"""Services about driving licences."""

from datetime import date
from typing import Final

from domain.catalogue import examples
from domain.catalogue.checks import (
    DEFERRAL_PROOF,
    IDENTITY,
    IN_TIME,
    JURISDICTION,
    LICENCE_STATE,
    NO_OPEN_DUPLICATE,
)
from domain.catalogue.fees import no_fee
from domain.catalogue.service import Archetype, Group, Route, Service, Subject
from domain.dated import Dated, Rule
from domain.forms import laws, renewal_deferral
from domain.forms.choices import DocumentKind
from domain.forms.facts import Facts
from domain.titles import Title


def deferral_documents(facts: Facts) -> frozenset[DocumentKind]:
    return renewal_deferral.documents_for(facts.capacity)


RENEWAL_DEFERRAL: Final = Service(
    code="renewal_deferral",
    number="D09",
    group=Group.LICENCE,
    archetype=Archetype.DEFERRAL,
    title=Title(zh="延期换领驾驶证", en="Deferral of licence renewal"),
    law=laws.DEFERRAL,
    form=renewal_deferral.RenewalDeferral,
    documents=deferral_documents,
    checks=(
        IDENTITY,
        LICENCE_STATE,
        JURISDICTION,
        DEFERRAL_PROOF,
        IN_TIME,
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated("decide_renewal_deferral", Rule(1, date(2016, 4, 1), "139:73")),
    fee=no_fee,
    route=Route.DEFERRAL,
    user_kinds=renewal_deferral.RenewalDeferral.USER_KINDS,
    exclusive="renewal_deferral",
    subject=Subject.LICENCE,
    example=examples.renewal_deferral,
)
