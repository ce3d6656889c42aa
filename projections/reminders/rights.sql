CREATE TABLE projections.rights (
    stream            uuid PRIMARY KEY,
    kind              text NOT NULL,
    office            text NOT NULL,
    renewal_on        date,
    medical_on        date,
    inspection_on     date,
    learner_permit_on date,
    over_age_on       date,
    over_age_again_on date,
    state             text NOT NULL
);
CREATE INDEX ON projections.rights (renewal_on) WHERE renewal_on IS NOT NULL;
CREATE INDEX ON projections.rights (medical_on) WHERE medical_on IS NOT NULL;
CREATE INDEX ON projections.rights (inspection_on) WHERE inspection_on IS NOT NULL;
CREATE INDEX ON projections.rights (learner_permit_on) WHERE learner_permit_on IS NOT NULL;
CREATE INDEX ON projections.rights (over_age_on) WHERE over_age_on IS NOT NULL;
CREATE INDEX ON projections.rights (over_age_again_on) WHERE over_age_again_on IS NOT NULL;
