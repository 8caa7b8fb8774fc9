package com.fabricadeagentes.llm.offline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.llm.offline.GeneratedProject;
import com.fabricadeagentes.llm.offline.story.Design;
import com.fabricadeagentes.llm.offline.story.Field;
import com.fabricadeagentes.llm.offline.story.FieldType;
import com.fabricadeagentes.llm.offline.story.Resource;
import com.fabricadeagentes.llm.offline.story.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaApplicationTest {

    private static final Pattern VALIDATION = Pattern.compile(
            "(?m)^ +form\\.(?!refuseErrors|allow)\\w+\\(.*\\);\n|^ +if \\(item\\.\\w+\\(\\) != null.*\n.*\n +}\n");

    @TempDir
    Path directory;

    /** Every type and every rule once. */
    private static final Design WIDE = Design.EMPTY
            .with(new Resource(
                    "veleiro",
                    "veleiros",
                    List.of(
                            field(
                                    "nome",
                                    FieldType.STRING,
                                    new Rule.Required(),
                                    new Rule.Unique(),
                                    new Rule.MaxLength(80)),
                            field("sigla", FieldType.STRING, new Rule.MinLength(2), new Rule.MaxLength(3)),
                            field("historia", FieldType.TEXT, new Rule.MinLength(10)),
                            field(
                                    "comprimento",
                                    FieldType.DECIMAL,
                                    new Rule.AtLeast(number("3")),
                                    new Rule.AtMost(number("60"))),
                            field(
                                    "calado",
                                    FieldType.DECIMAL,
                                    new Rule.MoreThan(number("0.5")),
                                    new Rule.LessThan(number("1.25"))),
                            field("aluguel", FieldType.MONEY, new Rule.MoreThan(number("0")), new Rule.Unique()),
                            field(
                                    "ano",
                                    FieldType.INTEGER,
                                    new Rule.AtLeast(number("1900")),
                                    new Rule.AtMost(number("1901"))),
                            field("vagas", FieldType.INTEGER, new Rule.LessThan(number("-2"))),
                            field("ativo", FieldType.BOOLEAN, new Rule.Required()),
                            field("email_do_dono", FieldType.EMAIL, new Rule.Required(), new Rule.MaxLength(30)),
                            field("comprado_em", FieldType.DATE, new Rule.Past(true)),
                            field("fundado_em", FieldType.DATE, new Rule.Past(false)),
                            field("revisao", FieldType.DATE, new Rule.Future(false)),
                            field("vistoria", FieldType.DATE, new Rule.Future(true), new Rule.Unique()),
                            field("class", FieldType.CHOICE, new Rule.OneOf(List.of("novo", "usado"))))))
            .with(new Resource("object", "objects", List.of(field("form", FieldType.STRING))))
            .with(new Design.Login(8));

    @Test
    void an_application_of_every_type_and_rule_compiles_without_a_warning_and_its_tests_pass() throws IOException {
        var summary = GeneratedProject.in(directory)
                .write(JavaApplication.code(WIDE))
                .write(JavaApplication.tests(WIDE))
                .compile()
                .test();
        assertThat(summary.getFailures()).as(GeneratedProject.failures(summary)).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(100);
    }

    @Test
    @Tag("long")
    void without_any_one_validation_a_generated_test_fails() throws IOException {
        var project = GeneratedProject.in(directory)
                .write(JavaApplication.code(WIDE))
                .write(JavaApplication.tests(WIDE))
                .compile();
        var survivors = new TreeMap<String, String>();
        for (var part : Map.of("Rules", "RulesTest", "Store", "EndpointTest").entrySet()) {
            var path = "src/main/java/app/veleiros/Veleiro" + part.getKey() + ".java";
            var whole = Files.readString(directory.resolve(path));
            var validations = VALIDATION.matcher(whole).results().toList();
            assertThat(validations).isNotEmpty();
            for (var validation : validations) {
                var mutant = whole.substring(0, validation.start()) + whole.substring(validation.end());
                var summary = project.write(Map.of(path, mutant))
                        .compile(path)
                        .test("app.veleiros.Veleiro" + part.getValue());
                if (summary.getTotalFailureCount() == 0) {
                    survivors.put(validation.group(), path);
                }
            }
            project.write(Map.of(path, whole)).compile(path);
        }
        assertThat(survivors).isEmpty();
    }

    @Test
    void the_design_can_be_read_from_its_document() {
        assertThat(OpenApi.read(JavaApplication.code(WIDE).getOrDefault(OpenApi.PATH, "")))
                .contains(WIDE);
    }

    @Test
    void the_same_design_gives_the_same_bytes() {
        assertThat(IntStream.range(0, 3)
                        .mapToObj(_ -> JavaApplication.code(WIDE))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    private static Field field(String name, FieldType type, Rule... rules) {
        return new Field(name.replace('_', ' '), name, type, List.of(rules));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
