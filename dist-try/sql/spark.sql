-- The tables of microdata.sql over CSV files, as Apache Spark declares them.

CREATE TABLE payments (
    person INT, place STRING, programme STRING, domain STRING, paid_on DATE, amount DECIMAL(12, 2)
) USING csv OPTIONS (header 'true') LOCATION '${folder}/microdata/payments';

CREATE TABLE cases (
    id INT, place STRING, service STRING, domain STRING, opened_on DATE, closed_on DATE
) USING csv OPTIONS (header 'true') LOCATION '${folder}/microdata/cases';
