"""How often clients may ask, as whoever runs the service has set it."""

import msgspec

from api.rates.general import GeneralRates, RateGrant
from cheguan.settings import Settings, UnsafeSettings


def rates(settings: Settings) -> GeneralRates:
    """Raises ``UnsafeSettings`` for a file that cannot be read, or grants nobody anything."""
    file, granted = settings.rates_file, list[RateGrant]()
    if file is not None:
        try:
            granted = msgspec.json.decode(file.read_bytes(), type=list[RateGrant])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as wrong:
            raise UnsafeSettings(f"CHEGUAN_RATES_FILE {file}: {wrong}") from None
    return GeneralRates(granted, settings.rates_times)
