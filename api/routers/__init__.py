"""Routes, each of which translates a request, calls one thing, and translates its answer."""
