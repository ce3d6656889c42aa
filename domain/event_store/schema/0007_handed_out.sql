-- Which case was handed to whom, so that whoever asks next gets another. Nothing is decided by
-- it: it is a word among colleagues, which ends by itself.
CREATE TABLE handed_out (
    stream uuid        PRIMARY KEY,
    holder text        NOT NULL,
    until  timestamptz NOT NULL
);
