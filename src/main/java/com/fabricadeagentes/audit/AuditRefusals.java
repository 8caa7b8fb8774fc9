package com.fabricadeagentes.audit;

import com.fabricadeagentes.audit.AuditEntry.Outcome;
import com.fabricadeagentes.kernel.AdvisorOrder;
import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Id;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refused;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.kernel.Scope;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.reflect.MethodSignature;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what a use case refused or failed at, after its rollback and in a transaction of its own. A use case inside
 * another's transaction is left to the outer one: there, a second connection could wait for the first forever.
 */
@Aspect
@Component
@Order(AdvisorOrder.AUDIT_REFUSALS)
class AuditRefusals {

    private static final int LONGEST_DETAIL = 1_000;

    private final AuditEntries entries;
    private final TransactionTemplate transaction;

    AuditRefusals(AuditEntries entries, TransactionTemplate transaction) {
        this.entries = entries;
        this.transaction = transaction;
    }

    @AfterThrowing(
            pointcut = "@annotation(com.fabricadeagentes.kernel.Audited)"
                    + " || @annotation(com.fabricadeagentes.kernel.Requires)",
            throwing = "thrown")
    public void thrown(JoinPoint call, Throwable thrown) {
        var method = ((MethodSignature) call.getSignature()).getMethod();
        if (Scope.find().isEmpty()
                || TransactionSynchronizationManager.isActualTransactionActive()
                || !isEvidence(method, thrown)) {
            return;
        }
        try {
            transaction.executeWithoutResult(_ ->
                    entries.add(action(method), resource(call.getArgs()), outcome(thrown), null, null, detail(thrown)));
        } catch (RuntimeException unwritten) {
            thrown.addSuppressed(unwritten);
        }
    }

    /** Reading is no evidence, but reading what one may not is. */
    private static boolean isEvidence(Method method, Throwable thrown) {
        return method.isAnnotationPresent(Audited.class)
                || thrown instanceof Refused refused && refused.refusal() instanceof Refusal.Forbidden;
    }

    private static String action(Method method) {
        var audited = AnnotationUtils.findAnnotation(method, Audited.class);
        return audited != null
                ? audited.value()
                : Objects.requireNonNull(method.getAnnotation(Requires.class))
                        .value()
                        .replace(':', '.');
    }

    private static Outcome outcome(Throwable thrown) {
        return thrown instanceof Refused ? Outcome.REFUSED : Outcome.FAILED;
    }

    /** A fault's own words may hold anything; the log has them under the same request. */
    private static String detail(Throwable thrown) {
        var detail = thrown instanceof Refused refused ? refused.refusal().detail() : "A fault of the platform.";
        return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
    }

    /** What the use case was asked about: its first id. */
    private static @Nullable UUID resource(@Nullable Object[] arguments) {
        return Arrays.stream(arguments)
                .flatMap(argument -> switch (argument) {
                    case Id id -> Stream.of(id.value());
                    case UUID id -> Stream.of(id);
                    case String text -> Ids.parse(text).stream();
                    case null, default -> Stream.<UUID>empty();
                })
                .findFirst()
                .orElse(null);
    }
}
