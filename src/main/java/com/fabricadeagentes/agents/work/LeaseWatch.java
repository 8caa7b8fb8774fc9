package com.fabricadeagentes.agents.work;

import com.fabricadeagentes.agents.runs.Claims;
import com.fabricadeagentes.agents.runs.Lease;
import com.fabricadeagentes.kernel.Scope;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Interrupts whoever works on a run that a person has cancelled or another node has taken over. */
@Component
class LeaseWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Claims claims;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();

    LeaseWatch(Claims claims) {
        this.claims = claims;
        timer.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    /** Watches over the lease, on behalf of the calling thread, until it is closed. */
    Watched over(Lease lease) {
        var one = new Watched(lease, Scope.current(), Thread.currentThread());
        watched.add(one);
        return one;
    }

    private void look() {
        for (var one : watched) {
            try {
                if (!one.scope.call(() -> claims.holds(one.lease))) {
                    one.interrupt();
                }
            } catch (RuntimeException failed) {
                LOG.warn("Could not look after the lease of run {}", one.lease.run(), failed);
            }
        }
    }

    final class Watched implements AutoCloseable {

        private final Lease lease;
        private final Scope scope;
        private final Thread worker;
        private boolean closed;

        private Watched(Lease lease, Scope scope, Thread worker) {
            this.lease = lease;
            this.scope = scope;
            this.worker = worker;
        }

        private synchronized void interrupt() {
            if (!closed) {
                worker.interrupt();
            }
        }

        /** After this no interrupt comes, and one that came is forgotten: the thread goes on to other work. */
        @Override
        public synchronized void close() {
            closed = true;
            watched.remove(this);
            Thread.interrupted();
        }
    }
}
