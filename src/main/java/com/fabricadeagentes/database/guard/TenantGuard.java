package com.fabricadeagentes.database.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from the driver every statement that could touch another tenant's rows. The shape is judged once per text, the
 * bound values at every execution, each row of a batch included.
 */
public final class TenantGuard implements QueryExecutionListener {

    private static final int TEXTS = 10_000;

    private final Supplier<Optional<UUID>> boundTenant;
    private final BooleanSupplier unbound;
    private final LoadingCache<String, Verdict> verdicts;

    /**
     * @param tenantTables the tables whose rows belong to a tenant by {@code tenant_id}
     * @param boundTenant the tenant that the current work is done for
     * @param unbound whether the current work may cross tenants
     */
    public TenantGuard(Set<String> tenantTables, Supplier<Optional<UUID>> boundTenant, BooleanSupplier unbound) {
        this.boundTenant = boundTenant;
        this.unbound = unbound;
        this.verdicts = Caffeine.newBuilder().maximumSize(TEXTS).build(new Judge(tenantTables)::judge);
    }

    /** @throws GuardRefusal if one of the statements could touch another tenant's rows */
    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (!unbound.getAsBoolean()) {
            queries.forEach(this::check);
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    private void check(QueryInfo query) {
        switch (verdicts.get(query.getQuery())) {
            case Verdict.Free _ -> {}
            case Verdict.Refused refused -> throw new GuardRefusal(refused.reason());
            case Verdict.Bound bound -> {
                UUID tenant = boundTenant
                        .get()
                        .orElseThrow(() -> new GuardRefusal(bound.table() + " is touched and no tenant is bound"));
                var executions = query.getParametersList();
                if (executions.isEmpty()) {
                    check(bound, Map.of(), tenant);
                }
                executions.forEach(parameters -> check(bound, values(parameters), tenant));
            }
        }
    }

    private static void check(Verdict.Bound bound, Map<Integer, Object> values, UUID tenant) {
        for (Tie tie : bound.ties()) {
            var value = switch (tie) {
                case Tie.Parameter parameter -> values.get(parameter.index());
                case Tie.Literal literal -> literal.value();
            };
            if (!is(tenant, value)) {
                throw new GuardRefusal(
                        "on " + bound.table() + ", a value given for the tenant is not the bound tenant");
            }
        }
    }

    private static Map<Integer, Object> values(List<ParameterSetOperation> operations) {
        var values = new HashMap<Integer, Object>();
        for (var operation : operations) {
            Object[] args = operation.getArgs();
            if (args.length > 1
                    && args[0] instanceof Integer index
                    && args[1] != null
                    && !ParameterSetOperation.isSetNullParameterOperation(operation)
                    && !ParameterSetOperation.isRegisterOutParameterOperation(operation)) {
                values.put(index, args[1]);
            } else if (args.length > 0 && args[0] instanceof Integer index) {
                values.remove(index);
            }
        }
        return values;
    }

    private static boolean is(UUID tenant, @Nullable Object value) {
        return value instanceof UUID id
                ? id.equals(tenant)
                : value != null && value.toString().equalsIgnoreCase(tenant.toString());
    }
}
