"""What a prefecture found wanting in its work, and what it does about it."""
