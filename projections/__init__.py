"""Tables folded from events; they may be thrown away and folded again at will."""
