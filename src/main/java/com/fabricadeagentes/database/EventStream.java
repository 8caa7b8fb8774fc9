package com.fabricadeagentes.database;

import com.fabricadeagentes.database.schema.Tables;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the bound tenant's events in their one order, for whoever resumes. */
@Component
public class EventStream {

    private final DSLContext jooq;

    EventStream(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Transactional(readOnly = true)
    public List<StreamEvent> after(long seq, int limit) {
        var stored = Tables.STORED_EVENT;
        return jooq.select(
                        stored.STREAM_SEQ,
                        stored.ID,
                        stored.TYPE,
                        stored.PROJECT_ID,
                        stored.PAYLOAD_JSON,
                        stored.OCCURRED_AT)
                .from(stored)
                .where(Tenanted.own(stored))
                .and(stored.STREAM_SEQ.gt(seq))
                .orderBy(stored.STREAM_SEQ)
                .limit(limit)
                .fetch(org.jooq.Records.mapping(StreamEvent::new));
    }

    /** The highest place given so far; 0 where there is none. */
    @Transactional(readOnly = true)
    public long last() {
        var position = Tables.STREAM_POSITION;
        return jooq.select(position.LAST_SEQ)
                .from(position)
                .where(Tenanted.own(position))
                .fetchOptional(position.LAST_SEQ)
                .orElse(0L);
    }

    /** The lowest place still kept; what is older is gone, and a client that asks for it must start again. */
    @Transactional(readOnly = true)
    public long first() {
        var stored = Tables.STORED_EVENT;
        var lowest = jooq.select(DSL.min(stored.STREAM_SEQ))
                .from(stored)
                .where(Tenanted.own(stored))
                .fetchSingle()
                .value1();
        return lowest == null ? 0 : lowest;
    }
}
