"""Routes by actor: a route translates, calls one thing, translates back."""
