-- Writes the observations as a dataset that the explorer opens: Parquet, a folder for each field and year, rows in order
-- of place, so that a reader of one place skips most of a file. COPY is Apache DataFusion's; Spark's is in write-spark.sql.

COPY (
    SELECT * FROM observations ORDER BY domain, period, place, indicator, stage, unit
) TO 'observations' STORED AS PARQUET PARTITIONED BY (domain, period)
OPTIONS ('format.compression' 'zstd(3)', 'format.max_row_group_size' '100000');
