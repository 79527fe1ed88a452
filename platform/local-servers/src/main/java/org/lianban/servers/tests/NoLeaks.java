package org.lianban.servers.tests;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Every buffer is watched, and a test class or, at the last, the whole run fails when one was collected that nobody
 * released. It is there for every module whose tests see this one; nothing has to be said in the tests.
 */
public final class NoLeaks implements BeforeAllCallback, AfterAllCallback {
    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();
    private static final int ROUNDS = 3;
    private static final long COLLECTED_AFTER_MILLIS = 2_000;

    static {
        ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Detectors());
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.create(NoLeaks.class)).computeIfAbsent(Last.class);
    }

    /** Without collecting, which takes time: what is known by now. */
    @Override
    public void afterAll(ExtensionContext context) {
        fail("by the end of " + context.getDisplayName());
    }

    private static void fail(String when) {
        if (!LEAKS.isEmpty()) {
            List<String> leaks = List.copyOf(LEAKS);
            LEAKS.clear();
            throw new AssertionError(leaks.size() + " buffers were not released, seen " + when + ":\n"
                    + String.join("\n", leaks));
        }
    }

    /** Closed when all test classes have run. */
    static final class Last implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            for (int round = 0; round < ROUNDS; round++) {
                collect();
                // The detector looks at what was collected whenever it is given something new to watch.
                UnpooledByteBufAllocator.DEFAULT.directBuffer(1).release();
            }
            fail("at the end of the run");
        }

        /** Returns once something that was garbage before has been collected. */
        private static void collect() throws InterruptedException {
            ReferenceQueue<Object> queue = new ReferenceQueue<>();
            PhantomReference<Object> canary = new PhantomReference<>(new Object(), queue);
            System.gc();
            queue.remove(COLLECTED_AFTER_MILLIS);
            canary.clear();
        }
    }

    private static final class Detectors extends ResourceLeakDetectorFactory {
        @Override
        public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval,
                long maxActive) {
            return newResourceLeakDetector(resource, samplingInterval);
        }

        @Override
        public <T> ResourceLeakDetector<T> newResourceLeakDetector(Class<T> resource, int samplingInterval) {
            return new Detector<>(resource, samplingInterval);
        }
    }

    private static final class Detector<T> extends ResourceLeakDetector<T> {
        Detector(Class<?> resource, int samplingInterval) {
            super(resource, samplingInterval);
        }

        @Override
        protected boolean needReport() {
            return true;
        }

        @Override
        protected void reportTracedLeak(String resource, String records) {
            LEAKS.add(resource + records);
        }

        @Override
        protected void reportUntracedLeak(String resource) {
            LEAKS.add(resource);
        }
    }
}
