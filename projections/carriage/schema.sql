CREATE TABLE projections.carriage (
    stream    uuid        PRIMARY KEY,
    office    text        NOT NULL,
    carrier   text        NOT NULL, -- that has given its number, or empty
    item_no   text        NOT NULL,
    handed_at timestamptz,          -- when the office gave it to the carrier
    called_at timestamptz,          -- when the carrier last told of it by itself
    heard_at  timestamptz,          -- when anything was last heard of it
    ended     boolean     NOT NULL, -- it was delivered or came back
    first_called_at timestamptz,    -- when the carrier first told of it by itself
    accepted_at     timestamptz     -- when the office heard that the carrier has it
);
CREATE INDEX ON projections.carriage (carrier, handed_at) WHERE handed_at IS NOT NULL;
CREATE INDEX ON projections.carriage ((greatest(handed_at, heard_at)))
    WHERE handed_at IS NOT NULL AND NOT ended;
