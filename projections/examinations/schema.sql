CREATE TABLE projections.examinations (
    stream   uuid        PRIMARY KEY,
    serial   text        NOT NULL,
    site     text        NOT NULL,
    exam_on  date        NOT NULL,
    subject  text        NOT NULL,
    standing text        NOT NULL,
    plan     uuid,
    since    timestamptz,
    school   text        NOT NULL,
    attempts bigint      NOT NULL
);
CREATE INDEX ON projections.examinations (plan, since, serial);

CREATE TABLE projections.examinations_figures (
    month    date   NOT NULL,
    site     text   NOT NULL,
    subject  text   NOT NULL,
    school   text   NOT NULL,
    standing text   NOT NULL,
    value    bigint NOT NULL,
    PRIMARY KEY (month, site, subject, school, standing)
);
