-- The tables of microdata.sql over CSV files, as Apache DataFusion and Ballista declare them.

CREATE EXTERNAL TABLE payments (
    person INT NOT NULL, place VARCHAR NOT NULL, programme VARCHAR NOT NULL, domain VARCHAR NOT NULL,
    paid_on DATE NOT NULL, amount DECIMAL(12, 2) NOT NULL
) STORED AS CSV LOCATION 'microdata/payments/' OPTIONS ('format.has_header' 'true');

CREATE EXTERNAL TABLE cases (
    id INT NOT NULL, place VARCHAR NOT NULL, service VARCHAR NOT NULL, domain VARCHAR NOT NULL,
    opened_on DATE NOT NULL, closed_on DATE
) STORED AS CSV LOCATION 'microdata/cases/' OPTIONS ('format.has_header' 'true');
