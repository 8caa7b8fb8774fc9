package com.fabricadeagentes.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.Server;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    private static final String OURS = "com.fabricadeagentes";
    private static final String BROKEN = "brokenhouse";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OURS);

    private static final JavaClasses BROKEN_HOUSE = new ClassFileImporter().importPackages(BROKEN);

    /** Each rule, and the class of the broken house that it must find. */
    static Stream<Arguments> rules() {
        return Stream.of(
                rule("fields are not injected", Rules.FIELDS_ARE_NOT_INJECTED, "InjectedField"),
                rule(
                        "a vendor's types stay with its adapter",
                        Rules.A_VENDORS_TYPES_STAY_WITH_ITS_ADAPTER,
                        "VendorLeak"),
                rule("few work across tenants", Rules.FEW_WORK_ACROSS_TENANTS, "UnlistedSweep"),
                rule("the domain knows no framework", Rules.THE_DOMAIN_KNOWS_NO_FRAMEWORK, "SpringInDomain"),
                rule("use cases name their permission", Rules.USE_CASES_NAME_THEIR_PERMISSION, "UnguardedUseCase"),
                rule("changes are evidence", Rules.CHANGES_ARE_EVIDENCE, "UnguardedUseCase"),
                rule("endpoints call use cases", Rules.ENDPOINTS_CALL_USE_CASES, "UnguardedController"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(ArchRule rule, String broken) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_bites(ArchRule rule, String broken) {
        assertThatThrownBy(() -> rule.check(BROKEN_HOUSE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(broken);
    }

    @Test
    void modules_use_only_those_before_them() {
        Rules.modulesUseOnlyThoseBeforeThem(OURS).check(HOUSE);
        assertThatThrownBy(() -> Rules.modulesUseOnlyThoseBeforeThem(BROKEN).check(BROKEN_HOUSE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("UsesLaterModule");
    }

    @Test
    void modules_use_each_other_by_their_faces_and_without_circles() {
        ApplicationModules.of(Server.class).verify();
        assertThat(ApplicationModules.of(BROKEN, (ImportOption) _ -> true)
                        .detectViolations()
                        .getMessages())
                .anyMatch(violation -> violation.contains("UsesLaterModule"));
    }

    private static Arguments rule(String name, ArchRule rule, String broken) {
        return Arguments.of(Named.of(name, rule.allowEmptyShould(true)), broken);
    }
}
