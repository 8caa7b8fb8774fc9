package com.fabricadeagentes.sandbox.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.sandbox.Recipe;
import com.fabricadeagentes.sandbox.Recipes.InvalidRecipe;
import com.fabricadeagentes.sandbox.SourceTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectedRecipesTest {

    private record Files(Map<String, String> texts) implements SourceTree {

        @Override
        public Optional<String> read(String path) {
            return Optional.ofNullable(texts.get(path));
        }

        @Override
        public List<String> list() {
            return List.copyOf(texts.keySet());
        }
    }

    private static Recipe read(Map<String, String> files) throws InvalidRecipe {
        return new DetectedRecipes().read(new Files(files));
    }

    @Test
    void what_the_file_says_goes_before_what_is_detected() throws Exception {
        var recipe = read(Map.of("pom.xml", "", ".factory.yml", "test: make check # ours\nopenapi: api.json\n"));

        assertThat(recipe.test()).contains("make check");
        assertThat(recipe.openapi()).contains("api.json");
        assertThat(recipe.build()).contains("mvn -q -B -DskipTests package");
        assertThat(recipe.lint().orElseThrow()).contains("-Werror", "/opt/factory/checkstyle.xml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pom.xml          | mvn -q -B test
                    package.json     | node --test --test-reporter=tap
                    pyproject.toml   | python3 -m pytest -q --junitxml=.factory-reports/junit.xml
                    requirements.txt | python3 -m unittest discover -v
                    tools/count.py   | python3 -m pytest
                    """)
    void a_file_tells_how_to_test(String file, String command) throws Exception {
        assertThat(read(Map.of(file, "{}")).test().orElseThrow()).contains(command);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"scripts":{"test":"vitest run"}}                                      | npm test --silent
                    {"scripts":{"test":"echo \\"Error: no test specified\\" && exit 1"}}   | node --test --test-reporter=tap
                    {"scripts":{"test":7}}                                                 | node --test --test-reporter=tap
                    {"scripts":                                                            | node --test --test-reporter=tap
                    """)
    void a_test_script_is_used_where_somebody_wrote_one(String json, String command) throws Exception {
        assertThat(read(Map.of("package.json", json)).test()).contains(command);
    }

    @Test
    void a_repository_of_two_languages_is_held_to_both() throws Exception {
        var recipe = read(Map.of("pom.xml", "", "package.json", "{\"scripts\":{\"start\":\"node .\"}}"));

        assertThat(recipe.test()).contains("{ mvn -q -B test; } && { node --test --test-reporter=tap; }");
        assertThat(recipe.start()).contains("npm start");
    }

    @Test
    void a_stray_script_does_not_make_a_java_project_a_python_one() throws Exception {
        assertThat(read(Map.of("pom.xml", "", "tools/count.py", "")).test()).contains("mvn -q -B test");
    }

    @Test
    void eslint_is_asked_where_it_is_configured() throws Exception {
        assertThat(read(Map.of("package.json", "{}", "eslint.config.mjs", "")).lint())
                .contains("npx --no-install eslint .");
        assertThat(read(Map.of("package.json", "{}", "src/a.js", "")).lint().orElseThrow())
                .contains("node --check");
    }

    @Test
    void nothing_is_made_up_for_an_empty_repository() throws Exception {
        var none = Optional.<String>empty();

        assertThat(read(Map.of("README.md", ""))).isEqualTo(new Recipe(none, none, none, none, none));
        assertThat(read(Map.of(".factory.yml", "# later\n"))).isEqualTo(new Recipe(none, none, none, none, none));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'test: a\\nlnit: b'             | line 2: the key 'lnit' is not known
                    'test: [a, b]'                  | line 1: the value of 'test' must be a string
                    'lint: ok\\ntest: 7'            | line 2: the value of 'test' must be a string
                    'test:'                         | line 1: the value of 'test' must be a string
                    'test: a\\ntest: b'             | line 2: the key 'test' is there twice
                    '- a'                           | line 1: it must be a map
                    'test: "a'                      | line 1:
                    'test: !!java.net.URL ["x"]'    | line 1: Global tag is not allowed
                    """)
    void a_wrong_file_is_refused_by_its_line(String yaml, String message) {
        assertThatThrownBy(() -> read(Map.of(".factory.yml", yaml.replace("\\n", "\n"))))
                .isInstanceOf(InvalidRecipe.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_file_that_is_too_large_is_refused() {
        assertThatThrownBy(() -> read(Map.of(".factory.yml", "#".repeat(65_537))))
                .isInstanceOf(InvalidRecipe.class)
                .hasMessageContaining("64 KiB");
    }
}
