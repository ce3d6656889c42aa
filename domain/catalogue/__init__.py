"""The services as declarations: form, documents, checks, term, fee, route and law of each."""
