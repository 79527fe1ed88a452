package org.lianban.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One database, and in it one schema and one role per service. A role's search path is its schema; it has no right to
 * any other, so that no service can come to depend on another's tables.
 */
final class Schemas {
    static final String DATABASE = "lianban";
    static final List<String> SERVICES = List.of("catalog", "intake", "dispatch", "department", "result");

    private Schemas() {}

    /**
     * @param server   the administrator in the server's own database
     * @param database the administrator in {@link #DATABASE}, which need not exist yet
     */
    static void provision(Database server, Database database, Secrets secrets) throws SQLException {
        try (Connection connection = server.connect(); Statement sql = connection.createStatement()) {
            sql.execute("create database " + DATABASE);
            sql.execute("revoke all on database " + DATABASE + " from public");
            sql.execute("revoke all on database postgres from public");
        }
        try (Connection connection = database.connect(); Statement sql = connection.createStatement()) {
            sql.execute("revoke all on schema public from public");
            for (String service : SERVICES) {
                // The names are the constants above and the password is hexadecimal: DDL takes no bound parameters.
                sql.execute("create role " + service + " login password '" + secrets.of(service) + "'");
                sql.execute("grant connect, temporary on database " + DATABASE + " to " + service);
                sql.execute("create schema " + service + " authorization " + service);
                sql.execute("alter role " + service + " set search_path = " + service);
            }
        }
    }
}
