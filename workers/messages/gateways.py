"""Several gateways as one. Where one certainly has not taken a message, the next is asked."""

from collections.abc import Sequence

from domain.sms import Sms, SmsGateway, SmsNotTaken


class FirstThatTakes:
    """A :class:`domain.sms.SmsGateway` of some, asked in their order."""

    def __init__(self, gateways: Sequence[SmsGateway]) -> None:
        self._gateways = gateways

    async def send(self, message: Sms) -> None:
        for gateway in self._gateways:
            try:
                await gateway.send(message)
            except SmsNotTaken:
                continue
            return
        raise SmsNotTaken
