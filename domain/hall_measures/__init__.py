"""Which precautions in the halls a prefecture keeps beyond what the announcement asks for."""
