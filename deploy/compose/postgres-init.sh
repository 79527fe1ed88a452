#!/bin/sh
# Runs once, on an empty volume: a schema and a role for each service, none of which sees another's.
set -eu

for service in catalog intake dispatch department result; do
    variable="$(echo "$service" | tr '[:lower:]' '[:upper:]')_DB_PASSWORD"
    eval "password=\${$variable:-}"
    [ -n "$password" ] || { echo "$variable is not set" >&2; exit 1; }
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
        -v service="$service" -v password="$password" -v database="$POSTGRES_DB" <<'SQL'
create role :"service" login password :'password';
grant connect, temporary on database :"database" to :"service";
create schema :"service" authorization :"service";
alter role :"service" set search_path = :"service";
SQL
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" -v database="$POSTGRES_DB" <<'SQL'
revoke all on database :"database" from public;
revoke all on schema public from public;
SQL
