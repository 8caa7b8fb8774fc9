package com.fabricadeagentes.edge.health;

import org.jooq.DSLContext;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether the database answers, on a connection that serves. */
@Component
class DatabaseCheck {

    private final DSLContext jooq;
    private final TransactionTemplate reading;

    DatabaseCheck(DSLContext jooq, TransactionTemplate transaction) {
        this.jooq = jooq;
        this.reading = new TransactionTemplate(
                java.util.Objects.requireNonNull(transaction.getTransactionManager()), transaction);
        reading.setReadOnly(true);
    }

    Check check() {
        try {
            reading.executeWithoutResult(_ -> jooq.selectOne().fetch());
            return Check.UP;
        } catch (DataAccessException | TransactionException unreachable) {
            return Check.down("the database does not answer");
        }
    }
}
