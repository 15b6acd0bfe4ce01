"""The only room that knows a database: the same portable SQL on DuckDB and Spark."""
