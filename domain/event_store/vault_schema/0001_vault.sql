-- Wrapped data keys, apart from the events: deleting a key erases what it sealed,
-- in every copy. A key says nothing of whom it belongs to.
CREATE SCHEMA IF NOT EXISTS vault;

CREATE TABLE vault.data_key (
    key_id  uuid        PRIMARY KEY,
    wrapped bytea       NOT NULL,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
