package com.fabricadeagentes.database;

import com.fabricadeagentes.database.EventDelivery.EventId;
import com.fabricadeagentes.database.schema.Tables;
import com.fabricadeagentes.kernel.Event;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Hands a stored event to a listener; called by whoever works off the deliveries. */
@Component
public class StoredEvents {

    private final DSLContext jooq;
    private final EventTypes types;

    StoredEvents(DSLContext jooq, EventTypes types) {
        this.jooq = jooq;
        this.types = types;
    }

    public void deliver(TenantId tenant, EventId event, String listener) {
        Scope.ofPlatform(tenant, listener).run(() -> deliver(event, types.named(listener)));
    }

    private <E extends Event> void deliver(EventId id, EventListener<E> listener) {
        var stored = Tables.STORED_EVENT;
        var payload = jooq.select(stored.PAYLOAD_JSON)
                .from(stored)
                .where(Tenanted.own(stored))
                .and(stored.ID.eq(id.value()))
                .fetchOptional(stored.PAYLOAD_JSON);
        payload.ifPresent(json -> listener.on(Json.read(json, listener.type())));
    }
}
