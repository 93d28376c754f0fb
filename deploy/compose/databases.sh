#!/usr/bin/env bash
# Run once by the image, when there are no data yet: a database for each service and one for Keycloak, each owned by a role of
# the same name, which can enter no other.
set -euo pipefail

sql() { psql --quiet --no-psqlrc -v ON_ERROR_STOP=1 --username postgres --dbname postgres "$@"; }

for name in conversation assignment notes outbound keycloak; do
  password=CENTRALINO_DATABASE_PASSWORD_${name^^}
  sql -v "name=$name" -v "password=${!password}" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done
sql <<'SQL'
revoke connect on database postgres from public;
revoke connect on database template1 from public;
SQL
