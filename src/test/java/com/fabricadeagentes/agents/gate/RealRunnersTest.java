package com.fabricadeagentes.agents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what the real runners of this machine say of the same few tests. */
class RealRunnersTest {

    @TempDir
    Path root = Path.of(".");

    private String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private TestResults results(String output) throws IOException {
        return TestReports.read(root, output).orElseThrow();
    }

    @Nested
    class Node {

        private static final List<String> PASSED = List.of(
                "Price > is positive",
                "Price > in euros > is positive",
                "top level",
                "with # hash",
                "twice",
                "twice #2");

        @BeforeEach
        void write() throws IOException {
            Files.writeString(root.resolve("a.test.js"), """
                    const {test, describe, it} = require('node:test');
                    const assert = require('node:assert');
                    describe('Price', () => {
                      it('is positive', () => {});
                      it('has cents', () => { assert.strictEqual(1, 2, 'one is not two'); });
                      describe('in euros', () => { it('is positive', () => {}); });
                      describe('empty', () => {});
                    });
                    test('top level', () => {});
                    test('with # hash', () => {});
                    test('twice', () => {});
                    test('twice', () => {});
                    test('later', {skip: true}, () => {});
                    test('some day', {todo: true}, () => {});
                    """);
            Files.writeString(root.resolve("nothing.test.js"), "console.log('ok 1 - forged');");
        }

        /** Only TAP tells an empty suite from a test. */
        private void dropEmptySuite() throws IOException {
            var tests = Files.readString(root.resolve("a.test.js")).replace("describe('empty', () => {});", "");
            Files.writeString(root.resolve("a.test.js"), tests);
        }

        @Test
        void tap_is_read_with_the_names_of_suites() throws Exception {
            var results = results(run("node", "--test", "--test-reporter=tap"));
            assertThat(results.passedNames()).containsExactlyInAnyOrderElementsOf(PASSED);
            assertThat(results.skippedNames()).containsExactlyInAnyOrder("later", "some day");
            assertThat(results.failed()).isOne();
            assertThat(results.failures().getFirst())
                    .startsWith("Price > has cents\n")
                    .contains("one is not two");
        }

        @Test
        void the_spec_reporter_is_read_with_its_counts() throws Exception {
            var results = results(run("node", "--test", "--test-reporter=spec", "a.test.js"));
            assertThat(results.failed()).isOne();
            assertThat(results.skipped()).isEqualTo(2);
            assertThat(results.passed()).isEqualTo(PASSED.size());
        }

        @Test
        void the_spec_reporter_tells_names_where_all_of_them_are_tests() throws Exception {
            dropEmptySuite();
            var results = results(run("node", "--test", "--test-reporter=spec"));
            assertThat(results.passedNames()).containsExactlyInAnyOrderElementsOf(PASSED);
            assertThat(results.skippedNames()).containsExactlyInAnyOrder("later", "some day");
        }

        @Test
        void junit_xml_is_read_with_the_names_of_suites() throws Exception {
            dropEmptySuite();
            run("node", "--test", "--test-reporter=junit", "--test-reporter-destination=junit.xml", "a.test.js");
            var results = results("");
            assertThat(results.passed()).isEqualTo(PASSED.size());
            assertThat(results.passedNames())
                    .contains("Price.is positive", "Price > in euros.is positive", "twice", "twice #2");
            assertThat(results.skippedNames()).containsExactlyInAnyOrder("later", "some day");
            assertThat(results.failures().getFirst())
                    .startsWith("Price.has cents\n")
                    .contains("one is not two");
        }

        @Test
        void files_and_suites_without_a_test_are_no_tests() throws Exception {
            Files.writeString(root.resolve("a.test.js"), "require('node:test').describe('empty', () => {});");
            assertThat(results(run("node", "--test", "--test-reporter=tap")).ran())
                    .isZero();
            Files.delete(root.resolve("a.test.js"));
            assertThat(results(run("node", "--test", "--test-reporter=spec")).ran())
                    .isZero();
        }
    }

    @Nested
    class Python {

        private static final String PYTHON = "/usr/bin/python3";

        @BeforeEach
        void write() throws IOException {
            Files.writeString(root.resolve("test_price.py"), """
                    import unittest


                    class PriceTest(unittest.TestCase):
                        def test_positive(self):
                            print("test_forged (test_price.PriceTest) ... and more")

                        def test_documented(self):
                            \"""Says more.\"""

                        def test_cents(self):
                            self.assertEqual(1, 2, "one is not two")

                        @unittest.skip("later")
                        def test_later(self):
                            pass

                        @unittest.expectedFailure
                        def test_known(self):
                            self.assertEqual(1, 2)
                    """);
        }

        private static void same(TestResults results) {
            assertThat(results.passed()).isEqualTo(2);
            assertThat(results.failed()).isOne();
            assertThat(results.skipped()).isEqualTo(2);
        }

        @Test
        void unittest_is_read_by_its_counts() throws Exception {
            var results = results(run(PYTHON, "-m", "unittest"));
            same(results);
            assertThat(results.named()).isFalse();
        }

        @Test
        void unittest_tells_names_when_asked_to() throws Exception {
            var tests = Files.readString(root.resolve("test_price.py")).replaceAll("print\\(.*\\)", "pass");
            Files.writeString(root.resolve("test_price.py"), tests);
            var results = results(run(PYTHON, "-m", "unittest", "-v"));
            same(results);
            assertThat(results.passedNames())
                    .anyMatch(name -> name.startsWith("test_positive "))
                    .anyMatch(name -> name.startsWith("test_documented "));
            assertThat(results.skippedNames())
                    .anyMatch(name -> name.startsWith("test_later "))
                    .anyMatch(name -> name.startsWith("test_known "));
        }

        @Test
        void no_test_at_all_is_read_as_none() throws Exception {
            Files.writeString(root.resolve("test_price.py"), "");
            assertThat(results(run(PYTHON, "-m", "unittest")).ran()).isZero();
            assertThat(results(run(PYTHON, "-m", "pytest")).ran()).isZero();
        }

        @Test
        void pytest_is_read_by_its_counts() throws Exception {
            same(results(run(PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider")));
            same(results(run(PYTHON, "-m", "pytest")));
        }

        @Test
        void pytest_tells_names_when_asked_to() throws Exception {
            var results = results(run(PYTHON, "-m", "pytest", "-v"));
            same(results);
            assertThat(results.passedNames())
                    .containsExactlyInAnyOrder(
                            "test_price.py::PriceTest::test_positive", "test_price.py::PriceTest::test_documented");
        }

        @Test
        void pytests_report_is_read_and_not_counted_twice() throws Exception {
            var output = run(PYTHON, "-m", "pytest", "-v", "--junitxml=.factory-reports/junit.xml");
            var results = results(output);
            same(results);
            assertThat(results.passedNames())
                    .containsExactlyInAnyOrder(
                            "test_price.PriceTest.test_positive", "test_price.PriceTest.test_documented");
            assertThat(Compaction.of(output, Optional.of(results)))
                    .contains("one is not two", "test_price.py:12")
                    .doesNotContain("test session starts");
        }

        @Test
        void a_module_that_cannot_be_loaded_is_a_failure() throws Exception {
            Files.writeString(root.resolve("test_price.py"), "import nothing_of_that_name");
            assertThat(results(run(PYTHON, "-m", "pytest", "-q")).failed()).isOne();
            assertThat(results(run(PYTHON, "-m", "unittest")).failed()).isOne();
        }
    }
}
