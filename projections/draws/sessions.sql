CREATE TABLE projections.draw_sessions (
    stream    uuid        PRIMARY KEY,
    session   uuid        NOT NULL,
    region    text        NOT NULL,
    opened_at timestamptz NOT NULL,
    first_on  date,
    last_on   date,
    offers    text        NOT NULL
);

CREATE INDEX draw_sessions_by_day ON projections.draw_sessions (first_on, last_on);
