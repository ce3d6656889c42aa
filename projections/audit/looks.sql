CREATE TABLE projections.onlookers (
    stream      uuid PRIMARY KEY,
    case_id     uuid NOT NULL,
    revealed_on date,          -- the day of the last look at personal data
    officers    text NOT NULL, -- those who looked, a line each
    looked      text NOT NULL
);
CREATE INDEX ON projections.onlookers USING gin ((string_to_array(officers, E'\n')));
CREATE INDEX ON projections.onlookers (revealed_on) WHERE revealed_on IS NOT NULL;

-- The cases at which an officer looked for the first time, by the day.
CREATE TABLE projections.onlookers_figures (
    officer text   NOT NULL,
    day     date   NOT NULL,
    value   bigint NOT NULL,
    PRIMARY KEY (officer, day)
);
