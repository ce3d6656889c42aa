"""What the four services share that give the holder another driving licence: D01 to D04."""
