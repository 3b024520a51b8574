select {{columns}} from read_parquet($path) limit $most
