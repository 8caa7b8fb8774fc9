package com.fabricadeagentes.database;

import com.fabricadeagentes.database.schema.Tables;
import com.fabricadeagentes.kernel.Platform;
import com.fabricadeagentes.kernel.TenantId;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds tenants whose events were committed but never placed, because a node died in between. */
@Component
public class Unplaced {

    private final DSLContext jooq;
    private final Platform platform;
    private final StreamRelay relay;

    Unplaced(DSLContext jooq, Platform platform, StreamRelay relay) {
        this.jooq = jooq;
        this.platform = platform;
        this.relay = relay;
    }

    public void placeAll() {
        var stored = Tables.STORED_EVENT;
        List<TenantId> tenants = platform.unbound(
                "find events that have no place in their stream yet",
                () -> jooq.selectDistinct(stored.TENANT_ID)
                        .from(stored)
                        .where(stored.STREAM_SEQ.isNull())
                        .fetch(row -> new TenantId(row.value1())));
        tenants.forEach(relay::place);
    }
}
