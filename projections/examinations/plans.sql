CREATE TABLE projections.exam_plans (
    stream             uuid   PRIMARY KEY,
    site               text   NOT NULL,
    exam_on            date   NOT NULL,
    session            text   NOT NULL,
    subject            text   NOT NULL,
    exam_class         text   NOT NULL,
    capacity           bigint NOT NULL,
    results_on         date   NOT NULL,
    stage              text   NOT NULL,
    applicants         bigint NOT NULL,
    placed             bigint NOT NULL,
    closed_at_position bigint
);
CREATE INDEX ON projections.exam_plans (exam_on) WHERE stage = 'closed';
CREATE INDEX ON projections.exam_plans (site, subject, exam_on);
