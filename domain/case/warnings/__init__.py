"""Who is told that a deadline of the office comes near or is over, and what he does about it."""
