-- What others tell us by signed callbacks (ADR 84), kept until it has become a command. A message
-- counts once by its id, which stays for ever. Its body is sealed, and goes when it was settled.
CREATE TABLE inbox (
    sender      text        NOT NULL,
    message_id  text        NOT NULL,
    content     bytea       NOT NULL, -- a blind index of the body, to tell another under the same id
    received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    key_id      uuid,                 -- the data key of the body, until that is deleted
    sealed      text,
    tries       integer     NOT NULL DEFAULT 0,
    again_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled_at  timestamptz,
    problem     text,                 -- the code of the refusal, if it became no command
    PRIMARY KEY (sender, message_id)
);
-- What is sealed does not compress.
ALTER TABLE inbox ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE INDEX inbox_waiting_idx ON inbox (again_at) WHERE sealed IS NOT NULL;
CREATE INDEX inbox_keys_idx ON inbox (key_id) WHERE sealed IS NULL AND key_id IS NOT NULL;
