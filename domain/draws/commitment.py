"""By what the office binds itself to a seed before it tells it."""

import hashlib
from datetime import date


def commitment(region: str, day: date, seed: bytes) -> str:
    """SHA-256, in hexadecimal, of the seed with the prefecture's code and the local day.

    Whoever sees it before the day learns nothing of the seed's 256 random bits, and nobody finds
    another seed with the same one. So a seed that is revealed is the one that was committed to.
    """
    text = f"cheguan-draw-commitment-1:{region}:{day.isoformat()}:{seed.hex()}"
    return hashlib.sha256(text.encode()).hexdigest()
