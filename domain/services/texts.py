"""What is said to the citizen for each rule: what is wrong, and what to do.

The keys are the stable rule codes of the forms; programs and translations rest
on them. An identifier's rule is its kind and the rule of its format.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.services.wording.conditions import CONDITIONS
from domain.services.wording.documents import DOCUMENTS
from domain.services.wording.identity import IDENTITY
from domain.services.wording.shape import SHAPE
from domain.services.wording.vehicles_and_licences import VEHICLES_AND_LICENCES
from domain.titles import Title

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {**SHAPE, **IDENTITY, **VEHICLES_AND_LICENCES, **CONDITIONS, **DOCUMENTS}
)
