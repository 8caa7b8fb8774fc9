package com.fabricadeagentes.audit;

import com.fabricadeagentes.audit.AuditEntries.Filter;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Requires;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Use case: reading the evidence of one's tenant. */
@Component
class ReadAudit {

    private final AuditEntries entries;

    ReadAudit(AuditEntries entries) {
        this.entries = entries;
    }

    @Requires("audit:read")
    @Transactional(readOnly = true)
    public Page<AuditEntry> page(Filter filter, int limit, @Nullable UUID before) {
        return entries.page(filter, limit, before);
    }
}
