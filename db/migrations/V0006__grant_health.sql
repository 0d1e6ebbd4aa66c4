-- GET /health compares the newest migration applied with the newest one in the jar, as the login that serves.
grant select on flyway_schema_history to side_system;
