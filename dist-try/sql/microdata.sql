-- The tables that observations.sql reads, one row a payment and one row a case. Standard SQL; engines that read files
-- in place create the same columns over them (see README.md).

CREATE TABLE payments (
    person INTEGER NOT NULL,          -- who was paid: a pseudonym; it leaves no trace in the observations
    place VARCHAR(12) NOT NULL,       -- code of the county, after GB/T 2260
    programme VARCHAR(40) NOT NULL,   -- what was paid: an indicator's id
    domain VARCHAR(40) NOT NULL,      -- the field it belongs to
    paid_on DATE NOT NULL,
    amount DECIMAL(12, 2) NOT NULL    -- yuan
);

CREATE TABLE cases (
    id INTEGER NOT NULL,              -- the case: a pseudonym
    place VARCHAR(12) NOT NULL,
    service VARCHAR(40) NOT NULL,     -- what was applied for: an indicator's id
    domain VARCHAR(40) NOT NULL,
    opened_on DATE NOT NULL,
    closed_on DATE                    -- NULL while it is open
);
