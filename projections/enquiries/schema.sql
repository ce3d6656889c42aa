CREATE TABLE projections.enquiries (
    stream       uuid PRIMARY KEY,
    owner        text        NOT NULL,
    office       text        NOT NULL,
    stage        text        NOT NULL,
    channel      text        NOT NULL,
    topic        text        NOT NULL,
    about_case   uuid,
    handler      text,
    asked_at     timestamptz NOT NULL,
    said_at      timestamptz NOT NULL,
    owed_clock   text,                  -- what the office owes first, if anything
    owed_by      date,
    late         boolean     NOT NULL,  -- something was not done by its day
    questions    bigint      NOT NULL,
    transfers    bigint      NOT NULL,
    alarm        boolean     NOT NULL,
    satisfaction text,
    counted      text        NOT NULL,
    state        text        NOT NULL
);
CREATE INDEX ON projections.enquiries (office, owed_by, stream) WHERE owed_by IS NOT NULL;
CREATE INDEX ON projections.enquiries (office, stream);
CREATE INDEX ON projections.enquiries (owner, stream);
CREATE INDEX ON projections.enquiries (about_case, stream) WHERE about_case IS NOT NULL;

-- What happened to questions on a day, under the office that dealt with them then.
CREATE TABLE projections.enquiries_figures (
    day    date   NOT NULL,
    office text   NOT NULL,
    what   text   NOT NULL,
    value  bigint NOT NULL,
    PRIMARY KEY (day, office, what)
);
