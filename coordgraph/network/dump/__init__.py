"""Who takes part in what, from any store into one file of Parquet, of any size."""
