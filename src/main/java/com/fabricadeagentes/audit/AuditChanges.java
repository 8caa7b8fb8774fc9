package com.fabricadeagentes.audit;

import com.fabricadeagentes.audit.AuditEntry.Outcome;
import com.fabricadeagentes.kernel.AdvisorOrder;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Changed;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes what a use case changed, in its own transaction: no change without evidence, no evidence of what never was. */
@Aspect
@Component
@Order(AdvisorOrder.AUDIT_CHANGES)
class AuditChanges {

    private final AuditEntries entries;

    AuditChanges(AuditEntries entries) {
        this.entries = entries;
    }

    @AfterReturning(pointcut = "@annotation(audited)", returning = "result")
    public void changed(Audited audited, @Nullable Object result) {
        if (result instanceof Changed<?>(var resource, var before, var after)) {
            entries.add(audited.value(), resource, Outcome.DONE, Snapshot.of(before), Snapshot.of(after), null);
        } else {
            entries.add(audited.value(), null, Outcome.DONE, null, null, null);
        }
    }
}
