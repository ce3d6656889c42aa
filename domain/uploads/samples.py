"""The uploads that the published examples name.

In a demonstration, where anyone may be anybody, they are everybody's, so an example can be sent
in as it stands. Elsewhere nobody has uploaded them. Their key, and each nonce, is public and
fixed, because a name must be the same everywhere.
"""

from base64 import b64decode
from functools import cache
from typing import Final
from uuid import UUID

from domain.uploads.media_type import MediaType
from domain.uploads.seal import name_of, sealed
from domain.uploads.upload import EVERYBODY, Upload
from domain.vault import NONCE, DataKey

COUNT: Final = 20
"""As many as a form may have."""
SAMPLE_KEY: Final = DataKey(
    UUID("6d0f6c1e-6a0b-4f5e-9d3c-5a0e7c1b2f40"), b"a public key, for samples alone."
)
PICTURE: Final = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABcQERQRDhcUEhQaGBcbIjklIh8fIkYyNSk5UkhXVVFIUE5bZoNvW2F8Yk"
    "5QcptzfIeLkpSSWG2grJ+OqoOPko3/wAALCABkAKABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL"
    "/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJi"
    "coKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
    "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AN2SQhljjXfI3Q"
    "ZwB7mjy7v1g/Wl8u79YP1o8u79YP1o8u79YP1o8u79YP1o8u79YP1o8u79YP1o8u79YP1o8u79YP1o8u79YP1o8u79"
    "YP1o8u79YP1o8u79YP1o8u79YP1o8u79YP1o8u79YP1o8u79YP1pPLu/WD9aI5CWaORdki9RnIPuKI/+P8/9cv61bo"
    "ooooooooooooooooqpJ/x/j/rl/Wlj/wCP8/8AXL+tWSQoySAPek8xP76/nR5if31/OjzE/vr+dHmJ/fX86PMT++v5"
    "0eYn99fzo8xP76/nR5if31/OnUUUjttUnrUXn/7P60ef/s/rR5/+z+tHn/7P61JG29c4xVeT/j/H/XL+tEf/AB/n/r"
    "l/WpbmEzxbAQOc5NVf7PP/AD0H5Uf2ef8Anov5Uf2ef+ei/lR/Z5/56L+VH9nn/nov5Uf2ef8Anov5Uf2ef+ei/lR/"
    "Z5/56D8qvgYAHoKKKZL/AKs1WqpPebGKRgEjqTTYb0lwJQMHuO1XasQf6s/WoZP+P8f9cv60R/8AH+f+uX9ammlEKb"
    "2GRnHFQf2gn/PNqP7QT/nm1H9oJ/zzaj+0E/55tR/aCf8APNqP7QT/AJ5tR/aCf882o/tBP+ebUf2gn/PNqfDdrNIE"
    "CMCR3qxTJf8AVmq30rHYEOQeoNJWvGCI1B64GatQf6s/WoZP+P8AH/XL+tEf/H+f+uX9asOiyLtcZHpUf2WD/nmKPs"
    "sH/PMUfZYP+eYo+ywf88xR9lg/55ij7LB/zzFH2WD/AJ5il+ywf88xR9lg/wCeYpUgiRtyIAfWpKZL/qzVaqd39nLf"
    "Mx3/AOzzTbb7MHB3Hd23Dir1WIP9WfrUMn/H+P8Arl/WiP8A4/z/ANcv61JdNIsWYs7s9hmqnnXn+1/3zR515/t/98"
    "0edef7f/fNHnXn+3/3zR515/t/980edef7f/fNHnXn+1/3zV2Au0KmT72OcipKKKZL/qzWbeTmJAqn5m7+grPoq7ZT"
    "lv3THp90/wBK1IP9WfrUMn/H+P8Arl/WiP8A4/z/ANcv61ZLBeSQPc0nmJ/z0X86PMT/AJ6L+dHmJ/z0X86PMT/nov"
    "50eYn/AD0X86PMT/nov50eYn/PRfzo8xP76/nR5if31/OlBBGQQfpS0yX/AFZrDu23XLe3FQ0U+FtkyN71vQfcP1qG"
    "T/j/AB/1y/rRH/x/n/rl/WpbiEzx7Acc5zVX+zj/AM9B+VH9nH/noPyo/s4/89B+VH9nH/noPyo/s4/89B+VH9nH/n"
    "oPyo/s4/8APQflR/Zx/wCeg/Kj+zj/AM9B+VW7eLyYghOcHrUlNkBKEDk1UNoGJJiBJ70fY1/54r+VH2Nf+eK/lQLN"
    "f+eK1aiUqmCMHNQSf8f4/wCuX9aI/wDj/P8A1y/rVqiiiiiiiiiiiiiiiiiqsn/H+P8Arl/WiP8A4/z/ANcv61JdRN"
    "NFtUgHOeaqfYJf7y/nR9gl/vL+dH2CX+8v50fYJf7y/nR9gl/vL+dH2CX+8v50fYJf7y/nR9gl/vL+dH2CX+8v50fY"
    "Jf7y/nR9gl/vL+dH2CX+8v51egQxwqjdQO1PoooqrJ/x/j/rl/WmFxDdLK/CMm0t6HOas+fD/wA9Y/8AvoUvnw/89Y"
    "/++hR58P8Az1j/AO+hR58P/PWP/voUefD/AM9Y/wDvoUefD/z1j/76FHnw/wDPWP8A76FHnw/89Y/++hR58P8Az1j/"
    "AO+hR58P/PWP/voUefD/AM9Y/wDvoUefD/z1j/76FHnw/wDPWP8A76FHnw/89Y/++hR58P8Az1j/AO+hR58P/PWP/v"
    "oUefD/AM9Y/wDvoUnnw/8APWP/AL6FVg4mumlTlFTaG9TnNTYDDB5FR+TF/wA8k/75FHlRf88k/wC+RR5UX/PJP++R"
    "R5UX/PJP++RR5UX/ADyT/vkUeVF/zyT/AL5FHlRf88k/75FHlRf88k/75FHlRf8APJP++RR5UX/PJP8AvkUeVF/zyT"
    "/vkUeVF/zyT/vkUeVF/wA8k/75FHlRf88k/wC+RR5UX/PJP++RR5UX/PJP++RR5UX/ADyT/vkUeTF/zyT/AL5FP+6O"
    "OK//2Q=="
)
"""A card with a head and some lines, as a JPEG."""


@cache
def sample(number: int) -> Upload:
    """The sample of this number, from 1. All show the same picture, each under its own name."""
    nonce = number.to_bytes(NONCE)
    text = sealed(SAMPLE_KEY, MediaType.JPEG, PICTURE, nonce)
    return Upload(
        name_of(text), EVERYBODY, nonce, MediaType.JPEG, len(PICTURE), SAMPLE_KEY.id, text
    )


def samples() -> list[Upload]:
    """All of them."""
    return [sample(number) for number in range(1, COUNT + 1)]
