"""Routes. Each translates a request, calls one thing, and translates its answer."""
