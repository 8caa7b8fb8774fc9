package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Resource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Names of the design as Java and URLs can have them. The words they are made of are ASCII letters and digits. */
final class Names {

    private static final Set<String> TAKEN_PATHS = Set.of("health", "login", "accounts", "me");
    private static final Set<String> TAKEN_PACKAGES = Set.of("web", "login", "java", "app");
    private static final Set<String> TAKEN_TYPES = Set.of(
            "Object",
            "Objects",
            "String",
            "Long",
            "Boolean",
            "Override",
            "Record",
            "Map",
            "List",
            "Set",
            "Locale",
            "Form",
            "Json",
            "Problem",
            "Request",
            "Response",
            "Endpoint",
            "Predicate",
            "LongFunction",
            "SortedMap",
            "TreeMap",
            "LinkedHashMap",
            "BigDecimal",
            "LocalDate",
            "Integer",
            "Test",
            "HashMap",
            "Math",
            "FieldError",
            "Application",
            "Main",
            "Client",
            "StringBuilder",
            "System",
            "Thread");
    private static final Set<String> TAKEN_FIELDS = Set.of(
            "id",
            "form",
            "body",
            "json",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "toJson",
            "equals");

    private Names() {}

    static String path(Resource resource) {
        var path = resource.many().replace(' ', '-');
        return TAKEN_PATHS.contains(path) ? path + "-items" : path;
    }

    static String packageOf(Resource resource) {
        var name = resource.many().replace(" ", "");
        return TAKEN_PACKAGES.contains(name) || SourceVersion.isKeyword(name) ? name + "items" : name;
    }

    static String classOf(Resource resource) {
        var name = Arrays.stream(resource.one().split(" ")).map(Names::capital).collect(Collectors.joining());
        return TAKEN_TYPES.contains(name) ? name + "Item" : name;
    }

    static String variable(String field) {
        var pascal = Arrays.stream(field.split("_")).map(Names::capital).collect(Collectors.joining());
        var name = pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
        return TAKEN_FIELDS.contains(name) || SourceVersion.isKeyword(name) ? name + "Value" : name;
    }

    /** A Java string literal. */
    static String literal(String text) {
        var literal = new StringBuilder("\"");
        for (var c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                literal.append(String.format("\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    private static String capital(String word) {
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
