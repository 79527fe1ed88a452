#!/bin/sh
# Runs once, on an empty volume: a schema and a role for each service, none of which sees another's.
set -eu

for service in catalog intake dispatch department result; do
    variable="$(echo "$service" | tr '[:lower:]' '[:upper:]')_DB_PASSWORD"
    eval "SERVICE_PASSWORD=\${$variable:-}"
    [ -n "$SERVICE_PASSWORD" ] || { echo "$variable is not set" >&2; exit 1; }
    export SERVICE_PASSWORD
    # The password goes through the environment: an argument would show in the list of processes.
    psql -q --host /var/run/postgresql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
        -v service="$service" -v database="$POSTGRES_DB" <<'SQL'
\getenv password SERVICE_PASSWORD
create role :"service" login password :'password';
grant connect, temporary on database :"database" to :"service";
create schema :"service" authorization :"service";
alter role :"service" set search_path = :"service";
SQL
done
unset SERVICE_PASSWORD
psql -q --host /var/run/postgresql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" -v database="$POSTGRES_DB" <<'SQL'
revoke all on database :"database" from public;
revoke all on database postgres from public;
revoke all on schema public from public;
SQL
