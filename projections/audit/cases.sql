CREATE TABLE projections.audited (
    stream       uuid        PRIMARY KEY,
    service      text        NOT NULL,
    office       text        NOT NULL,
    stage        text        NOT NULL,
    reference    text        NOT NULL,
    submitted_at timestamptz NOT NULL,
    last_on      date        NOT NULL, -- the day of the last step
    accepted_by  text,
    decided_by   text,
    proven_green text        NOT NULL, -- a list
    person       bytea       NOT NULL, -- blind indexes of the applicant and of the mobile number
    mobile       bytea,
    terms        text        NOT NULL, -- what it is found by, a line each
    steps        text        NOT NULL
);
CREATE INDEX ON projections.audited USING gin ((string_to_array(terms, E'\n')));
CREATE INDEX ON projections.audited (submitted_at DESC, stream DESC, last_on);
CREATE INDEX ON projections.audited (submitted_at, mobile, person) WHERE mobile IS NOT NULL;

-- The cases in which a step was taken under each edition of the rules.
CREATE TABLE projections.audited_figures (
    rules text   PRIMARY KEY,
    value bigint NOT NULL
);
