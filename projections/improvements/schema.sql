CREATE TABLE projections.improvements (
    stream     uuid        PRIMARY KEY,
    office     text        NOT NULL,
    stage      text        NOT NULL,
    area       text        NOT NULL,
    problem    text        NOT NULL,
    action     text        NOT NULL,
    responsible text        NOT NULL,
    due_on     date        NOT NULL,
    moved      bigint      NOT NULL,
    reason     text,
    entered_at timestamptz NOT NULL,
    closed_on  date,
    late       boolean     NOT NULL,
    learned    text
);
CREATE INDEX ON projections.improvements (office, due_on);
