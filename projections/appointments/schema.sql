CREATE TABLE projections.appointments (
    stream   uuid PRIMARY KEY,
    kind     text NOT NULL,
    place    text NOT NULL,
    day      date NOT NULL,
    period   text NOT NULL,
    number   int,                  -- the seat, if the case has one
    standing text NOT NULL
);
CREATE INDEX ON projections.appointments (kind, place, day, period, stream)
    WHERE standing IN ('waiting', 'requested', 'booked');

-- How many cases of each standing a period of a place has, and how many were ever confirmed.
CREATE TABLE projections.appointments_figures (
    kind   text   NOT NULL,
    place  text   NOT NULL,
    day    date   NOT NULL,
    period text   NOT NULL,
    what   text   NOT NULL,
    value  bigint NOT NULL,
    PRIMARY KEY (kind, place, day, period, what)
);
