-- Files that people uploaded, each sealed under a data key of its own and named by the SHA-256 of
-- what is stored (ADR 42). Deleting the key deletes the file.
CREATE TABLE vault.upload (
    sha256      bytea       PRIMARY KEY CHECK (octet_length(sha256) = 32),
    owner       text        NOT NULL, -- role, subject and issuer; empty is everybody
    content     bytea       NOT NULL, -- a blind index of the file as it came
    media_type  text        NOT NULL,
    size        integer     NOT NULL CHECK (size BETWEEN 1 AND 5242880),
    key_id      uuid        NOT NULL REFERENCES vault.data_key ON DELETE CASCADE,
    scan        text        NOT NULL DEFAULT 'pending' CHECK (scan IN ('pending', 'clean', 'none')),
    case_id     uuid,       -- a case that names it, once that is known
    uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    sealed      bytea       NOT NULL,
    UNIQUE (owner, content)
);
-- What is sealed does not compress.
ALTER TABLE vault.upload ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX ON vault.upload (key_id);
CREATE INDEX ON vault.upload (uploaded_at) WHERE case_id IS NULL;
CREATE INDEX ON vault.upload (uploaded_at) WHERE scan = 'pending';

-- How far the log has been looked through for events that name uploads.
CREATE TABLE vault.uploads_followed (
    epoch    integer PRIMARY KEY,
    position bigint  NOT NULL
);
