-- The issuer whose subjects stand in events by themselves; subjects of another stand there with its
-- name (ADR 40). It is named by whoever first serves the store, and never changes.
CREATE TABLE home_issuer (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    name text NOT NULL CHECK (name <> '')
);
