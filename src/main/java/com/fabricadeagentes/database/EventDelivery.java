package com.fabricadeagentes.database;

import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.TenantId;
import java.util.UUID;

/** Stores, in the current transaction, that a listener is yet to hear an event. Implemented by {@code jobs}. */
public interface EventDelivery {

    /** An event's id. */
    record EventId(UUID value) implements Id {}

    void schedule(TenantId tenant, EventId event, String listener);
}
