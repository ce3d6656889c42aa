CREATE TABLE projections.alarms (
    stream   uuid        PRIMARY KEY,
    region   text        NOT NULL,
    figure   text        NOT NULL,
    seen     bigint      NOT NULL,
    officer  text        NOT NULL,
    body     text        NOT NULL,
    taken_on date        NOT NULL,
    since    timestamptz NOT NULL,
    held     boolean     NOT NULL
);
