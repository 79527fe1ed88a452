package org.lianban.standalone.system;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting for what another thread starts. */
final class Futures {
    private Futures() {}

    /** The result, or the failure as it was thrown there. */
    static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new StartFailure(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting", e);
        }
    }
}
