package com.fabricadeagentes.realtime;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Scope;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** A connected client: where it is in the tenant's order, and what waits to be sent. Who is too slow is let go. */
final class Client {

    private static final Logger LOG = LoggerFactory.getLogger(Client.class);
    private static final int MOST_WAITING = 2_000;
    private static final CloseStatus TOO_SLOW = new CloseStatus(1013, "too slow; resume where you were");

    private final WebSocketSession session;
    private final Scope scope;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread sender;
    private final Set<UUID> knownRuns = ConcurrentHashMap.newKeySet();
    private volatile @Nullable UUID project;
    private long position;

    Client(WebSocketSession session, Scope scope, long position) {
        this.session = session;
        this.scope = scope;
        this.position = position;
        this.sender = Thread.ofVirtual().name("live").start(this::send);
    }

    Scope scope() {
        return scope;
    }

    void subscribe(UUID wanted) {
        project = wanted;
    }

    /** Whether news of that project is for this client; what concerns no project is for all. */
    boolean follows(@Nullable UUID of) {
        var wanted = project;
        return wanted == null || of == null || wanted.equals(of);
    }

    /** Whether it has been told of that run's words before; from now on it has. */
    boolean knows(UUID run) {
        return !knownRuns.add(run);
    }

    /** The last place sent. Guarded by this client's monitor, as sending in order is. */
    long position() {
        return position;
    }

    void moveTo(long place) {
        position = place;
    }

    void problem(String detail) {
        offer(Map.of("type", "problem", "detail", detail));
    }

    void offer(Map<String, ?> message) {
        if (!waiting.offer(Json.write(message))) {
            close(TOO_SLOW);
        }
    }

    private void send() {
        try {
            while (session.isOpen()) {
                session.sendMessage(new TextMessage(waiting.take()));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A live connection is gone", gone);
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    void close(CloseStatus status) {
        sender.interrupt();
        try {
            session.close(status);
        } catch (IOException gone) {
            LOG.debug("A live connection could not be closed", gone);
        }
    }
}
