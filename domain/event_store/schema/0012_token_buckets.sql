-- How often somebody has tried what can be guessed (ADR 37). A bucket is one instant: when all of
-- its tokens will be back. ``taken`` says whether the last who came was given one. A bucket that
-- is full says as much as none, and is deleted. ``key`` is a keyed hash, and names nobody.
CREATE TABLE token_bucket (
    bucket  text        NOT NULL,
    key     bytea       NOT NULL,
    full_at timestamptz NOT NULL,
    taken   boolean     NOT NULL,
    PRIMARY KEY (bucket, key)
);
CREATE INDEX token_bucket_full_at_idx ON token_bucket (full_at);
