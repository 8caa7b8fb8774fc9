package com.fabricadeagentes.database;

import com.fabricadeagentes.database.EventDelivery.EventId;
import com.fabricadeagentes.database.schema.Tables;
import com.fabricadeagentes.kernel.Event;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Scope;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores news in the transaction that it tells of, for listeners and for the tenant's stream. */
@Component
public class Events {

    private final DSLContext jooq;
    private final Clock clock;
    private final EventDelivery delivery;
    private final EventTypes types;
    private final StreamRelay relay;

    Events(DSLContext jooq, Clock clock, EventDelivery delivery, EventTypes types, StreamRelay relay) {
        this.jooq = jooq;
        this.clock = clock;
        this.delivery = delivery;
        this.types = types;
        this.relay = relay;
    }

    /**
     * Stores an event.
     *
     * @param project whose followers see it; null where it concerns none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Event event, @Nullable UUID project) {
        var scope = Scope.current();
        var id = new EventId(Ids.next());
        var stored = Tables.STORED_EVENT;
        jooq.insertInto(stored)
                .set(stored.TENANT_ID, scope.tenant().value())
                .set(stored.ID, id.value())
                .set(stored.TYPE, event.getClass().getSimpleName())
                .set(stored.PROJECT_ID, project)
                .set(stored.ACTOR_KIND, scope.actor().kind().name())
                .set(stored.ACTOR_ID, scope.actor().id().value())
                .set(stored.ACTOR_NAME, scope.actor().name())
                .set(stored.REQUEST, scope.requestId())
                .set(stored.PAYLOAD_JSON, Json.write(event))
                .set(stored.OCCURRED_AT, clock.instant())
                .execute();
        for (String listener : listenersOf(event)) {
            delivery.schedule(scope.tenant(), id, listener);
        }
        wakeRelayAfterCommit(scope);
    }

    private List<String> listenersOf(Event event) {
        return types.listeners(event.getClass()).stream()
                .map(EventListener::name)
                .toList();
    }

    private void wakeRelayAfterCommit(Scope scope) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake(scope.tenant());
            }
        });
    }
}
