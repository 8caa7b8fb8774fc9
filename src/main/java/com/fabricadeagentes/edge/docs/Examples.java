package com.fabricadeagentes.edge.docs;

import com.fabricadeagentes.kernel.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/**
 * Gives every property and path parameter an example, from {@code openapi/examples.json}: by schema and name, else by
 * name alone. What a record's own annotation says stays.
 */
final class Examples {

    private static final String ANYWHERE = "*";
    private static final String ID = "id";

    /** Where an id stands, a person writes the key. */
    private static final Map<String, String> KEYS = Map.of(
            "/api/v1/projects/{id}", "SHOP", "/api/v1/stories/{id}", "SHOP-1", "/api/v1/stories/{story}", "SHOP-1");

    private final JsonNode values;

    Examples() {
        try (var file = new ClassPathResource("openapi/examples.json").getInputStream()) {
            values = Json.MAPPER.readTree(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    void addTo(OpenAPI document) {
        document.getComponents().getSchemas().forEach(this::schema);
        document.getPaths().forEach(this::parameters);
    }

    @SuppressWarnings("rawtypes") // swagger-models has raw types throughout
    private void schema(String name, Schema<?> schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            properties.forEach((property, described) -> {
                if (described.getExample() == null && described.get$ref() == null) {
                    find(name, property).ifPresent(described::setExample);
                }
            });
        }
    }

    private Optional<Object> find(String schema, String property) {
        return Optional.ofNullable(values.path(schema).get(property))
                .or(() -> Optional.ofNullable(values.path(ANYWHERE).get(property)))
                .map(value -> Json.MAPPER.convertValue(value, Object.class));
    }

    private void parameters(String path, PathItem item) {
        for (var operation : item.readOperations()) {
            var parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of());
            parameters.stream()
                    .filter(parameter -> "path".equals(parameter.getIn()) && parameter.getExample() == null)
                    .forEach(parameter -> parameter.setExample(inPath(path, parameter)));
        }
    }

    private Object inPath(String path, Parameter parameter) {
        return KEYS.entrySet().stream()
                .filter(key -> path.startsWith(key.getKey()))
                .filter(key -> key.getKey().endsWith("{" + parameter.getName() + "}"))
                .<Object>map(Map.Entry::getValue)
                .findFirst()
                .or(() -> find(ANYWHERE, ID))
                .orElseThrow();
    }
}
