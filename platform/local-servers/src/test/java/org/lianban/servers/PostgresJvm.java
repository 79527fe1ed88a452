package org.lianban.servers;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Starts PostgreSQL, commits a row, and waits to be killed. */
final class PostgresJvm {
    private PostgresJvm() {}

    public static void main(String[] args) throws Exception {
        LocalPostgres server = LocalPostgres.start(Path.of(args[0]), Integer.parseInt(args[1]));
        LocalPostgresTest.execute(server.of("intake"), "create table kept (id int)", "insert into kept values (7)");
        System.out.println("started");
        new CountDownLatch(1).await();
    }
}
