-- Applications that are not submitted yet, one for each applicant and service, each sealed under a
-- data key of its own (ADR 69). Deleting the key deletes the draft.
CREATE TABLE vault.draft (
    draft_id uuid        NOT NULL UNIQUE,
    owner    text        NOT NULL, -- role, subject and issuer
    service  text        NOT NULL,
    version  integer     NOT NULL,
    saved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    key_id   uuid        NOT NULL REFERENCES vault.data_key ON DELETE CASCADE,
    sealed   text        NOT NULL,
    PRIMARY KEY (owner, service)
);
-- What is sealed does not compress.
ALTER TABLE vault.draft ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX ON vault.draft (key_id);
CREATE INDEX ON vault.draft (saved_at);
