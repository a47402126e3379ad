"""Speed, measured: `make bench` runs each part on SQLite and PostgreSQL and writes docs/performance.md."""
