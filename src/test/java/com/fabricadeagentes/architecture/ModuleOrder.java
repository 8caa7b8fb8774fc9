package com.fabricadeagentes.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;

/** A module may use those before it in this list, never one after it; the list is architecture.md's table. */
final class ModuleOrder extends ArchCondition<JavaClass> {

    private static final List<String> MODULES = List.of(
            "kernel",
            "database",
            "jobs",
            "vault",
            "tenancy",
            "identity",
            "audit",
            "agile",
            "llm",
            "repositories",
            "sandbox",
            "applications",
            "knowledge",
            "agents",
            "practice",
            "realtime",
            "notifications",
            "integrations",
            "delivery",
            "experiments",
            "analytics",
            "edge",
            "cli");

    private final String root;

    ModuleOrder(String root) {
        super("use only modules before their own");
        this.root = root;
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        module(origin).ifPresent(own -> {
            if (!MODULES.contains(own)) {
                events.add(
                        SimpleConditionEvent.violated(origin, own + " is no module of the table: " + origin.getName()));
            }
            origin.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isAfter(own, dependency))
                    .forEach(dependency ->
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        });
    }

    private boolean isAfter(String own, Dependency dependency) {
        return module(dependency.getTargetClass())
                .filter(other -> MODULES.indexOf(other) > MODULES.indexOf(own))
                .isPresent();
    }

    private Optional<String> module(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(root + ".")
                ? Optional.of(name.substring(root.length() + 1).split("\\.")[0])
                : Optional.empty();
    }
}
