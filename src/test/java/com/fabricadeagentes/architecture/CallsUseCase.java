package com.fabricadeagentes.architecture;

import com.fabricadeagentes.kernel.Requires;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Each endpoint reaches a use case that names its permission, unless it is listed as open to everyone. */
final class CallsUseCase extends ArchCondition<JavaMethod> {

    private static final int DEEPEST = 6;

    private final Set<String> open;

    /** @param open endpoints as {@code HealthController.live} */
    CallsUseCase(Set<String> open) {
        super("call a use case with @Requires");
        this.open = open;
    }

    @Override
    public void check(JavaMethod endpoint, ConditionEvents events) {
        var name = endpoint.getOwner().getSimpleName() + "." + endpoint.getName();
        if (!open.contains(name) && !reaches(endpoint, new HashSet<>(), DEEPEST)) {
            events.add(SimpleConditionEvent.violated(
                    endpoint, name + " reaches no use case with @Requires and is not listed as open"));
        }
    }

    private static boolean reaches(JavaCodeUnit from, Set<JavaCodeUnit> seen, int depth) {
        if (from.isAnnotatedWith(Requires.class)) {
            return true;
        }
        if (depth == 0 || !seen.add(from)) {
            return false;
        }
        return callees(from).anyMatch(callee -> reaches(callee, seen, depth - 1));
    }

    private static Stream<JavaCodeUnit> callees(JavaCodeUnit from) {
        return Stream.concat(
                from.getCallsFromSelf().stream().flatMap(call -> call.getTarget().resolveMember().stream()),
                from.getCodeUnitReferencesFromSelf().stream()
                        .flatMap(reference -> reference.getTarget().resolveMember().stream()));
    }
}
