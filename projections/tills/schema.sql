CREATE TABLE projections.tills (
    stream           uuid PRIMARY KEY,
    office           text NOT NULL,
    officer          text NOT NULL,
    day              date NOT NULL,
    stage            text NOT NULL,
    takings          bigint NOT NULL,
    cash_fen         bigint NOT NULL,
    card_fen         bigint NOT NULL,
    counted_cash_fen bigint,
    counted_card_fen bigint,
    cause            text,
    closed_by        text
);
CREATE INDEX ON projections.tills (office, day);
CREATE INDEX ON projections.tills (day) WHERE stage <> 'closed';
