-- A key of which no copy is left. What needs it is closed, and the service goes on without.
ALTER TABLE vault.secret_key
    ADD COLUMN lost_at         timestamptz,
    ADD COLUMN lost_approved_by text[] NOT NULL DEFAULT '{}';
