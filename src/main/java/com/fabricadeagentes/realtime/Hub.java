package com.fabricadeagentes.realtime;

import com.fabricadeagentes.agents.RunDeltas;
import com.fabricadeagentes.agents.RunDeltas.RunDelta;
import com.fabricadeagentes.database.EventStream;
import com.fabricadeagentes.database.StreamRelay;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/**
 * Sends each client the tenant's events after its own place, in their order. This node's relay wakes it; what other nodes
 * placed is found by looking every half second, as long as anybody is connected.
 */
@Component
class Hub implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int BATCH = 200;
    private static final int MOST_OF_A_TENANT = 1_000;

    private final EventStream stream;
    private final Messages messages;
    private final RunDeltas deltas;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    Hub(EventStream stream, StreamRelay relay, Messages messages, RunDeltas deltas) {
        this.stream = stream;
        this.messages = messages;
        this.deltas = deltas;
        relay.follow(tenant -> timer.execute(() -> serve(tenant)));
        deltas.subscribe(this::tell);
        timer.scheduleWithFixedDelay(this::serveAll, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A client begins with what comes next; with {@code resume} it says that it knows more. */
    Client join(WebSocketSession session, Scope scope) {
        var client = new Client(session, scope, scope.call(stream::last));
        var ofTenant = clients.stream()
                .filter(other -> other.scope().tenant().equals(scope.tenant()))
                .count();
        if (ofTenant >= MOST_OF_A_TENANT) {
            client.close(CloseStatus.SERVICE_OVERLOAD);
            return client;
        }
        clients.add(client);
        return client;
    }

    void leave(Client client) {
        clients.remove(client);
        client.close(CloseStatus.NORMAL);
    }

    void resume(Client client, long after) {
        client.scope().run(() -> {
            if (after > stream.last() || after + 1 < stream.first()) {
                client.offer(Map.of("type", "reset"));
                return;
            }
            synchronized (client) {
                client.moveTo(after);
            }
            serve(client);
        });
    }

    private void serveAll() {
        clients.forEach(client -> client.scope().run(() -> serve(client)));
    }

    private void serve(TenantId tenant) {
        clients.stream()
                .filter(client -> client.scope().tenant().equals(tenant))
                .forEach(client -> client.scope().run(() -> serve(client)));
    }

    private void serve(Client client) {
        try {
            synchronized (client) {
                var news = stream.after(client.position(), BATCH);
                while (!news.isEmpty()) {
                    for (var event : news) {
                        if (client.follows(event.project())) {
                            client.offer(messages.of(event));
                        }
                        client.moveTo(event.seq());
                    }
                    news = news.size() < BATCH ? java.util.List.of() : stream.after(client.position(), BATCH);
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("Live news could not be sent; the next look tries again", failed);
        }
    }

    /** Streamed text goes to the run's own tenant; who joined late is given what was said so far. */
    private void tell(RunDelta delta) {
        for (var client : clients) {
            if (client.scope().tenant().equals(delta.tenant())) {
                var message = Map.of(
                        "type", "run_delta",
                        "run_id", delta.run(),
                        "agent", delta.agent(),
                        "kind", delta.kind(),
                        "text", client.knows(delta.run()) ? delta.text() : soFar(delta));
                client.offer(message);
            }
        }
    }

    private String soFar(RunDelta delta) {
        return deltas.soFar(delta.run())
                .filter(_ -> delta.kind().equals("text"))
                .map(RunDeltas.Saying::text)
                .orElse(delta.text());
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
        clients.forEach(client -> client.close(CloseStatus.GOING_AWAY));
    }
}
