"""Which HTTP status each refusal of the domain becomes: the only place that knows both."""

from collections.abc import Mapping
from typing import Final

from domain.case import refusals as case
from domain.refusal import Refusal
from domain.services.defects import FormRefused

STATUS: Final[Mapping[type[Refusal], int]] = {
    FormRefused: 422,
    case.AreaClosed: 409,
    case.CaseMovedOn: 412,
    case.CaseNotFound: 404,
    case.CheckNotFailed: 409,
    case.CheckUnknown: 422,
    case.ChecksFailed: 409,
    case.ChecksMissing: 409,
    case.CorrectionAlreadyRequested: 409,
    case.CorrectionIncomplete: 422,
    case.DeadlineNotPassed: 409,
    case.DeferralTooLong: 409,
    case.DocumentsMissing: 409,
    case.DuplicateOpenCase: 409,
    case.DutyLeaderRequired: 403,
    case.FeeOpen: 409,
    case.IdentityNotSeen: 422,
    case.ItemNumberInvalid: 422,
    case.ItemNumberUsed: 409,
    case.KeyReused: 422,
    case.NotAsThingsStand: 409,
    case.NotAtThisStage: 409,
    case.NotPermitted: 403,
    case.OfficeUnknown: 422,
    case.OfficeWithoutPower: 422,
    case.OldDocumentOpen: 409,
    case.OtherOfficerRequired: 403,
    case.PaymentDiffers: 422,
    case.PickupOfficeClosed: 422,
    case.ReasonUnknown: 422,
    case.ReliefNotLater: 409,
    case.ServiceUnknown: 422,
    case.TooFewTries: 409,
    case.TooManyPosts: 409,
    case.WindowClosed: 409,
}
