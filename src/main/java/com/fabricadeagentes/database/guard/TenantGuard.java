package com.fabricadeagentes.database.guard;

import java.util.*;
import java.util.function.*;
import net.ttddyy.dsproxy.*;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

public final class TenantGuard implements QueryExecutionListener {
    public TenantGuard(Set<String> tables, Supplier<Optional<UUID>> bound, BooleanSupplier unbound) {}

    public void beforeQuery(ExecutionInfo e, List<QueryInfo> q) {}

    public void afterQuery(ExecutionInfo e, List<QueryInfo> q) {}
}
