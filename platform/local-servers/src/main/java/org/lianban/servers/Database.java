package org.lianban.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach one database as one role. The role's search path already points at {@code schema}.
 *
 * @param schema where the role's tables live
 */
public record Database(String host, int port, String name, String schema, String user, String password) {
    /** Without user and password: they are given beside it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** Without user and password: they are given beside it. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** A plain connection, the caller's to close. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl(), properties);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + name + "#" + schema;
    }
}
