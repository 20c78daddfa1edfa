-- From microdata to observations: one row a place, year, indicator and stage, with how many rows it was made of.
-- Reads the tables of microdata.sql. Standard SQL, tested on Apache DataFusion; no engine's own functions.
--
-- place      where             period   the year, as a number        indicator  what is counted
-- domain     field             stage    completed or in_progress     unit       of the value
-- value      the figure        count    rows of microdata it stands for

CREATE VIEW observations AS

SELECT
    place,
    CAST(EXTRACT(YEAR FROM paid_on) AS INTEGER) AS period,
    programme AS indicator,
    domain,
    'completed' AS stage,
    'yuan' AS unit,
    CAST(SUM(amount) AS DECIMAL(18, 2)) AS value,
    COUNT(*) AS count
FROM payments
GROUP BY place, CAST(EXTRACT(YEAR FROM paid_on) AS INTEGER), programme, domain

UNION ALL

-- People paid, each once a year and place, however often.
SELECT
    place,
    CAST(EXTRACT(YEAR FROM paid_on) AS INTEGER) AS period,
    programme || '_persons' AS indicator,
    domain,
    'completed' AS stage,
    'person' AS unit,
    CAST(COUNT(DISTINCT person) AS DECIMAL(18, 2)) AS value,
    COUNT(*) AS count
FROM payments
GROUP BY place, CAST(EXTRACT(YEAR FROM paid_on) AS INTEGER), programme, domain

UNION ALL

-- Cases by the year they were opened in; those not yet closed are in progress.
SELECT
    place,
    CAST(EXTRACT(YEAR FROM opened_on) AS INTEGER) AS period,
    service AS indicator,
    domain,
    CASE WHEN closed_on IS NULL THEN 'in_progress' ELSE 'completed' END AS stage,
    'case' AS unit,
    CAST(COUNT(*) AS DECIMAL(18, 2)) AS value,
    COUNT(*) AS count
FROM cases
GROUP BY
    place,
    CAST(EXTRACT(YEAR FROM opened_on) AS INTEGER),
    service,
    domain,
    CASE WHEN closed_on IS NULL THEN 'in_progress' ELSE 'completed' END;
