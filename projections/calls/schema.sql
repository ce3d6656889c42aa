CREATE TABLE projections.calls (
    stream uuid PRIMARY KEY,
    state  text NOT NULL
);

CREATE TABLE projections.calls_figures (
    day    date   NOT NULL,
    office text   NOT NULL,
    what   text   NOT NULL,
    value  bigint NOT NULL,
    PRIMARY KEY (day, office, what)
);
