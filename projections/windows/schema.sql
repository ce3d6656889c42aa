-- A decision may take effect later, so the day is named by whoever asks.
CREATE TABLE projections.windows (
    stream uuid PRIMARY KEY,
    region text NOT NULL,
    state  text NOT NULL
);
