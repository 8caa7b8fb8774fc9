package com.fabricadeagentes.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.fabricadeagentes.kernel.Audited;
import com.fabricadeagentes.kernel.Platform;
import com.fabricadeagentes.kernel.Requires;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What holds in the whole code. */
final class Rules {

    /** Who may work across tenants; each for a reason that an auditor understands. */
    private static final Set<String> ACROSS_TENANTS = Set.of(
            "com.fabricadeagentes.database.Unplaced",
            "com.fabricadeagentes.identity.people.People",
            "com.fabricadeagentes.identity.sessions.RefreshTokens",
            "com.fabricadeagentes.identity.keys.ApiKeys",
            "com.fabricadeagentes.agile.application.CountStories",
            "com.fabricadeagentes.agents.runs.RunSweep",
            "com.fabricadeagentes.edge.idempotency.ForgetOldRequests");

    /** Endpoints that need no permission; the last of them at least that one is signed in. */
    private static final Set<String> OPEN = Set.of(
            "AuthController.verify",
            "HealthController.health",
            "HealthController.db",
            "HealthController.redis",
            "HealthController.live",
            "HealthController.ready",
            "MetricsController.metrics",
            "HealthController.integrations");

    static final ArchRule FIELDS_ARE_NOT_INJECTED = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject");

    static final ArchRule A_VENDORS_TYPES_STAY_WITH_ITS_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackage("..llm.claude..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.anthropic..");

    static final ArchRule FEW_WORK_ACROSS_TENANTS = noClasses()
            .that(DescribedPredicate.describe(
                    "are not listed as working across tenants", type -> !ACROSS_TENANTS.contains(outermost(type))))
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "it is Platform.unbound",
                    call -> call.getTarget().getName().equals("unbound")
                            && call.getTargetOwner().isEquivalentTo(Platform.class)));

    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.jooq..", "jakarta..", "..database.schema..");

    static final ArchRule USE_CASES_NAME_THEIR_PERMISSION =
            methods().that(areUseCases()).should().beAnnotatedWith(Requires.class);

    static final ArchRule CHANGES_ARE_EVIDENCE = methods()
            .that(areUseCases().or(DescribedPredicate.describe("name a permission", Rules::namesPermission)))
            .and(DescribedPredicate.describe("change something", Rules::changes))
            .should()
            .beAnnotatedWith(Audited.class);

    static final ArchRule ENDPOINTS_CALL_USE_CASES = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should(new CallsUseCase(OPEN));

    private Rules() {}

    static ArchRule modulesUseOnlyThoseBeforeThem(String root) {
        return classes().that().resideInAPackage(root + "..").should(new ModuleOrder(root));
    }

    /**
     * A transaction of one's own in {@code application}. Those that join the caller's are parts of one, and so are a
     * module's face and its listeners: other modules, not people, call them.
     */
    private static DescribedPredicate<JavaMethod> areUseCases() {
        return DescribedPredicate.describe(
                "are use cases",
                method -> method.getOwner().getPackageName().contains(".application")
                        && method.isAnnotatedWith(Transactional.class)
                        && method.getAnnotationOfType(Transactional.class).propagation() != Propagation.MANDATORY
                        && !isFace(method.getOwner()));
    }

    private static boolean isFace(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .anyMatch(face -> face.getPackageName().matches("com\\.fabricadeagentes\\.\\w+"));
    }

    private static boolean namesPermission(JavaMethod method) {
        return method.isAnnotatedWith(Requires.class) && method.isAnnotatedWith(Transactional.class);
    }

    private static boolean changes(JavaMethod method) {
        return !method.getAnnotationOfType(Transactional.class).readOnly();
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }
}
