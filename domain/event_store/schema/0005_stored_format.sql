-- In which format the events of this store are written. A store that has events and no such row
-- was made by an earlier build and is refused before anything reads it (ADR 16).
CREATE TABLE stored_format (format integer NOT NULL);
CREATE UNIQUE INDEX stored_format_once ON stored_format ((true));
INSERT INTO stored_format VALUES (2);
