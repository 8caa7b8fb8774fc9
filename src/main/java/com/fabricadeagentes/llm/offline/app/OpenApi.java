package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.offline.story.Design;
import com.fabricadeagentes.llm.offline.story.Field;
import com.fabricadeagentes.llm.offline.story.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The application's OpenAPI document, which is also the memory of what its stories asked for: a resource is a schema
 * with {@code x-resource}, a rule a keyword of JSON Schema, or an extension where there is none.
 */
public final class OpenApi {

    /** Where the document lies in the repository. */
    public static final String PATH = "src/main/resources/openapi.json";

    private static final String RESOURCE = "x-resource";

    private OpenApi() {}

    static String write(Design design) {
        var schemas = new LinkedHashMap<String, Object>();
        design.resources().forEach(resource -> schemas.put(Names.classOf(resource), schema(resource)));
        schemas.put("Problem", OpenApiPaths.problem());
        var document = new LinkedHashMap<String, Object>();
        document.put("openapi", "3.1.0");
        document.put("info", new TreeMap<>(Map.of("title", "Application", "version", "1.0.0")));
        document.put("paths", OpenApiPaths.of(design));
        document.put("components", Map.of("schemas", schemas));
        design.login().ifPresent(login -> document.put("x-login", Map.of("minLength", login.shortestPassword())));
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    /** The design a document was written from; empty where it was not written here. */
    public static Optional<Design> read(String document) {
        try {
            return Optional.of(design(Json.tree(document)));
        } catch (JacksonException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static Design design(JsonNode document) {
        var design = Design.EMPTY;
        for (var schema : document.path("components").path("schemas").values()) {
            if (schema.has(RESOURCE)) {
                design = design.with(resource(schema));
            }
        }
        var login = document.path("x-login").path("minLength");
        return login.isInt() ? design.with(new Design.Login(login.intValue())) : design;
    }

    private static Map<String, Object> schema(Resource resource) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("id", new TreeMap<>(Map.of("type", "integer", "readOnly", true)));
        resource.fields().forEach(field -> properties.put(field.name(), SchemaOfField.write(field)));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put(RESOURCE, new TreeMap<>(Map.of("one", resource.one(), "many", resource.many())));
        schema.put("required", required(resource.fields()));
        schema.put("properties", properties);
        return schema;
    }

    private static List<String> required(List<Field> fields) {
        return fields.stream().filter(SchemaOfField::required).map(Field::name).toList();
    }

    private static Resource resource(JsonNode schema) {
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        var fields = schema.path("properties").properties().stream()
                .filter(property -> !property.getKey().equals("id"))
                .map(property -> SchemaOfField.read(
                        property.getKey(), property.getValue(), required.contains(property.getKey())))
                .toList();
        var names = schema.get(RESOURCE);
        return new Resource(words(names.path("one")), words(names.path("many")), fields);
    }

    /** Words that are safe to make names of: whoever edited the document. */
    private static String words(JsonNode node) {
        var text = node.asString();
        if (!text.matches("[a-z][a-z0-9]*( [a-z0-9]+)*")) {
            throw new IllegalArgumentException("no name");
        }
        return text;
    }
}
