package com.fabricadeagentes.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    @TempDir
    static Path home;

    private static Node node;
    private static Api admin;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        node = Node.start(home, Database.SQLITE.newUrl(home));
        admin = Api.signIn(node);
        document = Api.anonymous(node).get("/openapi.json").ok();
        admin.post("/api/v1/projects", example("/api/v1/projects")).created();
        admin.post("/api/v1/stories", Map.of("project_id", "SHOP", "title", "First"))
                .created();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void every_operation_says_what_it_does_and_how_it_fails() {
        forEachOperation((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            assertThat(operation.path("tags")).as(name).isNotEmpty();
            assertThat(operation.path("responses").path("default").path("$ref").asString(""))
                    .as(name)
                    .endsWith("Problem");
        });
    }

    @Test
    void everything_that_is_sent_answered_or_stands_in_a_path_has_an_example() {
        var without = new ArrayList<String>();
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> {
                            if (!shown(property.getValue())) {
                                without.add(schema.getKey() + "." + property.getKey());
                            }
                        }));
        forEachOperation((name, operation) -> operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString().equals("path") && !parameter.has("example")) {
                without.add(name + " " + parameter.path("name").asString());
            }
        }));
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"epics", "sprints", "stories", "tasks"})
    void what_the_document_shows_can_be_sent_as_it_is(String things) {
        var path = "/api/v1/" + things;
        admin.post(path, example(path)).created();
        assertThat(document.path("paths")
                        .path(path)
                        .path("post")
                        .path("responses")
                        .has("201"))
                .isTrue();
    }

    /** {@code mvn test -Dtest=OpenApiTest -Dregenerate=true} writes it. */
    @Test
    void the_front_end_is_built_for_this_document() throws IOException {
        var kept = Path.of("web/openapi.json");
        if (Boolean.getBoolean("regenerate")) {
            var pretty = Json.MAPPER.writerWithDefaultPrettyPrinter();
            Files.writeString(kept, pretty.writeValueAsString(document) + "\n");
        }
        var known = Json.tree(Files.readString(kept));
        var stale = "%s is stale: mvn test -Dtest=OpenApiTest -Dregenerate=true".formatted(kept);
        assertThat(known.at("/components/schemas")).as(stale).isEqualTo(document.at("/components/schemas"));
        assertThat(operations(known)).as(stale).isEqualTo(operations(document));
    }

    /** Without what depends on the order in which the virtual machine lists methods. */
    private static Set<String> operations(JsonNode described) {
        var names = new TreeSet<String>();
        described
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> names.add(operation.getKey() + " " + path.getKey())));
        return names;
    }

    @Test
    void answers_say_what_is_always_there_and_what_may_be_null() {
        var story = document.at("/components/schemas/StoryAnswer");
        var required = new ArrayList<String>();
        story.path("required").forEach(name -> required.add(name.asString()));
        assertThat(required).contains("key", "title", "status").doesNotContain("points", "epic_id");
        assertThat(story.at("/properties/points/type").toString()).contains("null");
        assertThat(document.at("/components/schemas/StoryForm").has("required")).isFalse();
    }

    /** A body made of the examples of its required properties. */
    private static String example(String path) {
        var reference = document.path("paths")
                .path(path)
                .at("/post/requestBody/content/application~1json/schema/$ref")
                .asString();
        var schema = document.at(reference.substring(1));
        var body = Json.MAPPER.createObjectNode();
        schema.path("required")
                .forEach(name -> body.set(
                        name.asString(),
                        schema.path("properties").path(name.asString()).path("example")));
        return Json.write(body);
    }

    private static boolean shown(JsonNode property) {
        return property.has("example")
                || property.has("$ref")
                || property.path("items").has("$ref")
                || property.path("items").path("properties").size() > 0
                || property.path("additionalProperties").has("$ref");
    }

    private static void forEachOperation(BiConsumer<String, JsonNode> check) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (List.of("get", "post", "patch", "delete", "put").contains(operation.getKey())) {
                        check.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
                    }
                }));
    }
}
