-- What write.sql does, in Apache Spark's words.

CREATE TABLE observations_dataset USING parquet OPTIONS (compression 'zstd')
PARTITIONED BY (domain, period) LOCATION '${folder}/observations'
AS SELECT /*+ REPARTITION(domain, period) */ * FROM observations
SORT BY domain, period, place, indicator, stage, unit;
