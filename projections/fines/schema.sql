-- What is owed grows from day to day, so no amount of a day is stored: whoever asks names the day.
CREATE TABLE projections.fines (
    stream         uuid PRIMARY KEY,
    office         text NOT NULL,
    stage          text NOT NULL,
    decided_on     date NOT NULL,
    decided_online boolean NOT NULL,
    fine_fen       bigint NOT NULL,
    pay_by         date,
    paid_on        date,
    paid_fen       bigint NOT NULL,
    paid_online    boolean NOT NULL,
    refunded_fen   bigint NOT NULL
);
CREATE INDEX ON projections.fines (pay_by, fine_fen) WHERE stage = 'payable';
CREATE INDEX ON projections.fines (decided_on);
CREATE INDEX ON projections.fines (paid_on) WHERE paid_on IS NOT NULL;
