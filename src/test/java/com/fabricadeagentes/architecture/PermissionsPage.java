package com.fabricadeagentes.architecture;

import com.fabricadeagentes.identity.Role;
import com.fabricadeagentes.kernel.Actor;
import com.fabricadeagentes.kernel.Requires;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import com.fabricadeagentes.kernel.UserId;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code docs/permissions.md}: each permission that a use case names, and the roles that hold it. */
final class PermissionsPage {

    private PermissionsPage() {}

    static String render() {
        var page = new StringBuilder("""
                # Permissions

                Made from the code (`@Requires` on the use cases, `Role`); regenerate with
                `mvn test -Dtest=GeneratedDocsTest -Dregenerate=true`.

                | permission | use cases | roles |
                | --- | --- | --- |
                """);
        useCases()
                .forEach((permission, names) -> page.append(
                        "| `%s` | %s | %s |\n".formatted(permission, String.join(", ", names), holders(permission))));
        return page.toString();
    }

    private static Map<String, TreeSet<String>> useCases() {
        var found = new TreeMap<String, TreeSet<String>>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.fabricadeagentes")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Requires.class))
                        .forEach(method -> found.computeIfAbsent(
                                        method.getAnnotationOfType(Requires.class)
                                                .value(),
                                        _ -> new TreeSet<>())
                                .add(method.getOwner().getSimpleName() + "." + method.getName()));
        return found;
    }

    private static String holders(String permission) {
        return Arrays.stream(Role.values())
                .filter(role -> new Scope(
                                TenantId.next(),
                                new Actor(Actor.Kind.PERSON, UserId.next(), role.code()),
                                role.permissions(),
                                "docs")
                        .permits(permission))
                .map(Role::code)
                .collect(Collectors.joining(", "));
    }
}
