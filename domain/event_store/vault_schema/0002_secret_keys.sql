-- Which keys belong to this data (ADR 38). A check value follows from a key and tells nothing of
-- it. The highest number of a kind is the current key; the name key is never replaced.
CREATE TABLE vault.secret_key (
    kind        text        NOT NULL CHECK (kind IN ('kek', 'index', 'name')),
    number      integer     NOT NULL CHECK (number > 0),
    check_value bytea       NOT NULL CHECK (octet_length(check_value) = 16),
    known_since timestamptz NOT NULL DEFAULT clock_timestamp(),
    retired_at  timestamptz,
    PRIMARY KEY (kind, number),
    CHECK (kind <> 'name' OR number = 1)
);

-- Before there were several, every data key was wrapped by the first.
ALTER TABLE vault.data_key ADD COLUMN wrapped_by integer NOT NULL DEFAULT 1;
