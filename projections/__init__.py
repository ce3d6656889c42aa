"""Tables that are folded from events, and may be thrown away and folded again at will."""
