package com.fabricadeagentes.agents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestReportsTest {

    @TempDir
    Path root = Path.of(".");

    private Path has(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, content);
    }

    private static String recorded(String name) throws IOException {
        try (var input = TestReportsTest.class.getResourceAsStream("/reports/" + name)) {
            return new String(java.util.Objects.requireNonNull(input, name).readAllBytes());
        }
    }

    @Test
    void surefires_reports_are_read_over_all_modules() throws Exception {
        has("core/target/surefire-reports/TEST-shop.StockTest.xml", recorded("surefire.xml"));
        has("web/target/surefire-reports/TEST-shop.PageTest.xml", """
                <testsuite name="shop.PageTest"><testcase name="opens" classname="shop.PageTest"/></testsuite>""");

        var results = TestReports.read(root, "").orElseThrow();

        assertThat(results.passedNames())
                .containsExactlyInAnyOrder(
                        "shop.StockTest.counts_what_is_there",
                        "shop.StockTest.price_is_kept(int)[1]",
                        "shop.StockTest.price_is_kept(int)[2]",
                        "shop.PageTest.opens");
        assertThat(results.skippedNames()).containsExactly("shop.StockTest.some_day");
        assertThat(results.failed()).isEqualTo(2);
        assertThat(results.failures())
                .anySatisfy(text -> assertThat(text)
                        .startsWith("shop.StockTest.never_below_zero\n")
                        .contains("expected: <0> but was: <-1>"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("shop.StockTest.breaks\n")
                        .contains("IllegalStateException: broken"));
    }

    @Test
    void reports_of_an_earlier_run_are_not_taken_for_this_ones() throws Exception {
        has("target/surefire-reports/TEST-shop.StockTest.xml", recorded("surefire.xml"));
        has("junit.xml", recorded("surefire.xml"));
        has("build/test-results/test/TEST-shop.StockTest.xml", recorded("surefire.xml"));

        TestReports.clear(root);

        assertThat(TestReports.read(root, "")).isEmpty();
    }

    @Test
    void what_only_looks_like_a_report_is_neither_removed_nor_counted() throws Exception {
        var fixture = has("src/test/resources/surefire-reports/TEST-sample.xml", recorded("surefire.xml"));
        var copied = has("target/test-classes/surefire-reports/TEST-sample.xml", recorded("surefire.xml"));
        var other = has("tests/fixtures/junit.xml", recorded("surefire.xml"));

        TestReports.clear(root);

        assertThat(fixture).exists();
        assertThat(copied).exists();
        assertThat(other).exists();
        assertThat(TestReports.read(root, "")).isEmpty();
    }

    @Test
    void a_link_that_calls_itself_a_report_is_not_followed() throws Exception {
        var elsewhere = has("elsewhere/results.txt", recorded("surefire.xml"));
        Files.createSymbolicLink(root.resolve("junit.xml"), elsewhere);
        assertThat(TestReports.read(root, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<testsuite><testcase name='a'/>",
                "<testsuite><testcase name='a'></testsuite>",
                "not xml at all",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='&e;'/></testsuite>",
                "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><testsuite name='s'><testcase name='x'>"
                        + "<failure>&b;</failure></testcase></testsuite>",
            })
    void a_broken_or_cunning_report_makes_the_results_unreadable(String content) throws Exception {
        has("junit.xml", content);
        assertThat(TestReports.read(root, "1 passed in 0.1s")).isEmpty();
    }

    @Test
    void other_xml_beside_the_reports_does_not_count() throws Exception {
        has("target/surefire-reports/testng-results.xml", "<testng-results><testcase name='a'/></testng-results>");
        assertThat(TestReports.read(root, "")).isEmpty();
    }

    @Test
    void a_repository_of_two_languages_is_counted_in_both() throws Exception {
        has("target/surefire-reports/TEST-a.xml", "<testsuite><testcase classname='A' name='a'/></testsuite>");
        var results = TestReports.read(root, "[INFO] BUILD SUCCESS\nTAP version 13\nok 1 - b\n1..1\n")
                .orElseThrow();
        assertThat(results.passedNames()).containsExactlyInAnyOrder("A.a", "b");
    }

    @Test
    void plain_tap_without_nesting_is_read() throws Exception {
        var results = TestReports.read(root, """
                        1..4
                        ok 1 - opens
                        not ok 2 - closes
                          ---
                          message: 'stuck'
                          ...
                        ok 3 - flies # SKIP no wings
                        not ok 4 - swims # TODO
                        """).orElseThrow();
        assertThat(results.passedNames()).containsExactly("opens");
        assertThat(results.skippedNames()).containsExactlyInAnyOrder("flies", "swims");
        assertThat(results.failures()).containsExactly("closes\nmessage: 'stuck'");
    }

    @Test
    void a_bail_out_is_a_failure() throws Exception {
        assertThat(TestReports.read(root, "TAP version 14\nok 1 - a\nBail out! No database\n")
                        .orElseThrow()
                        .failures())
                .containsExactly("Bail out!\nBail out! No database");
    }

    @Test
    void what_says_nothing_of_tests_is_not_read_as_any() throws Exception {
        assertThat(TestReports.read(root, "all is well\nok\npassed\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TAP version 13\nok 99999999999999999999 - a\n1..1",
                "ℹ pass 99999999999999999999\n",
                "Ran 99999999999999999999 tests in 0.1s\n\nOK\n",
                "99999999999999999999 passed in 0.1s\n",
            })
    void numbers_without_measure_do_no_harm(String output) throws Exception {
        assertThat(TestReports.read(root, output).map(TestResults::ran).orElse(0))
                .isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 111 ", "1 a, ", "= ", "ok ", "a::", "x ... ", "Ran 1 test in 1s ", "✔ (1ms) "})
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void lines_made_to_hang_a_reader_are_read_at_once(String part) throws Exception {
        var output = "TAP version 13\n" + (part.repeat(200_000) + "\n").repeat(5);
        assertThat(Tap.read(output)).isPresent();
        assertThat(NodeSpec.read(output)).isEmpty();
        assertThat(PythonText.read(output)).isEmpty();
        assertThat(Compaction.of(output, java.util.Optional.empty())).hasSizeLessThan(4_100);
    }
}
