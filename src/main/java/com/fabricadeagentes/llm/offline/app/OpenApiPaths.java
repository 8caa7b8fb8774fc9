package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Design;
import com.fabricadeagentes.llm.offline.story.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The paths of an application, in the words of OpenAPI. */
final class OpenApiPaths {

    private OpenApiPaths() {}

    static Map<String, Object> of(Design design) {
        var paths = new LinkedHashMap<String, Object>();
        for (var resource : design.resources()) {
            var path = "/" + Names.path(resource);
            paths.put(path, all(resource));
            paths.put(path + "/{id}", one(resource));
        }
        design.login().ifPresent(login -> {
            paths.put("/accounts", operation("post", "Create an account", credentials(login), "201", "409", "422"));
            paths.put(
                    "/login",
                    operation("post", "Sign in with e-mail and password", credentials(login), "200", "401", "422"));
            paths.put("/me", operation("get", "Who is signed in", Map.of(), "200", "401"));
        });
        paths.put("/health", operation("get", "Whether it is up", Map.of(), "200"));
        return paths;
    }

    static Map<String, Object> problem() {
        return ordered(
                "type",
                "object",
                "properties",
                ordered("title", text(), "status", Map.of("type", "integer"), "detail", text()));
    }

    private static Map<String, Object> all(Resource resource) {
        var type = Names.classOf(resource);
        var list = operation(
                "get",
                "List and filter " + resource.many(),
                ordered("type", "array", "items", ref(type)),
                Map.of(),
                "200",
                "400");
        first(list).put("parameters", filters(resource));
        var paths = new LinkedHashMap<>(list);
        paths.putAll(operation("post", "Create a " + resource.one(), ref(type), ref(type), "201", "400", "409", "422"));
        return paths;
    }

    private static Map<String, Object> one(Resource resource) {
        var type = ref(Names.classOf(resource));
        var name = resource.one();
        var paths = new LinkedHashMap<String, Object>();
        paths.put("parameters", List.of(parameter("id", "path", true, "integer")));
        paths.putAll(operation("get", "Read a " + name, type, Map.of(), "200", "404"));
        paths.putAll(operation("put", "Change a " + name, type, type, "200", "400", "404", "409", "422"));
        paths.putAll(operation(
                "patch",
                "Change some fields of a " + name,
                type,
                ordered("type", "object"),
                "200",
                "400",
                "404",
                "409",
                "422"));
        paths.putAll(operation("delete", "Delete a " + name, Map.of(), "204", "404"));
        return paths;
    }

    private static List<Object> filters(Resource resource) {
        var filters = new ArrayList<>();
        resource.fields().forEach(field -> filters.add(parameter(field.name(), "query", false, "string")));
        return filters;
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, String type) {
        return ordered("name", name, "in", in, "required", required, "schema", Map.of("type", type));
    }

    private static Map<String, Object> credentials(Design.Login login) {
        return ordered(
                "type", "object",
                "required", List.of("email", "password"),
                "properties",
                        ordered(
                                "email", ordered("type", "string", "format", "email"),
                                "password",
                                        ordered(
                                                "type",
                                                "string",
                                                "format",
                                                "password",
                                                "minLength",
                                                login.shortestPassword())));
    }

    private static Map<String, Object> operation(
            String method, String summary, Map<String, Object> sent, String... statuses) {
        return operation(method, summary, ordered("type", "object"), sent, statuses);
    }

    private static Map<String, Object> operation(
            String method, String summary, Map<String, Object> answered, Map<String, Object> sent, String... statuses) {
        var responses = new LinkedHashMap<String, Object>();
        for (var status : statuses) {
            responses.put(status, response(status, answered));
        }
        var operation = ordered("summary", summary, "responses", responses);
        if (!sent.isEmpty()) {
            operation.put("requestBody", ordered("required", true, "content", content("application/json", sent)));
        }
        return ordered(method, operation);
    }

    private static Map<String, Object> response(String status, Map<String, Object> answered) {
        return switch (status) {
            case "204" -> ordered("description", "Done");
            case "200", "201" -> ordered("description", "Done", "content", content("application/json", answered));
            default ->
                ordered("description", "Refused", "content", content("application/problem+json", ref("Problem")));
        };
    }

    private static Map<String, Object> content(String type, Map<String, Object> schema) {
        return ordered(type, ordered("schema", schema));
    }

    private static Map<String, Object> ref(String type) {
        return ordered("$ref", "#/components/schemas/" + type);
    }

    private static Map<String, Object> text() {
        return ordered("type", "string");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Map<String, Object> path) {
        return (Map<String, Object>) path.values().iterator().next();
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
