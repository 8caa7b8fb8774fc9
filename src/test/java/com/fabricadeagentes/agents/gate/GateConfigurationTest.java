package com.fabricadeagentes.agents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.repositories.Repositories.FileDiff;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateConfigurationTest {

    private static List<String> changes(String path, String patch) {
        return GateConfiguration.changes(List.of(new FileDiff(path, "modified", 1, 1, false, patch)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".factory.yml",
                ".factory.yaml",
                ".github/workflows/build.yml",
                ".gitlab-ci.yml",
                ".ci/run",
                ".circleci/config.yml",
                "Jenkinsfile",
                "azure-pipelines.yml",
                "bitbucket-pipelines.yml",
                ".travis.yml",
                ".mvn/jvm.config",
                ".npmrc",
                "web/.npmrc",
                "Makefile",
                "pytest.ini",
                "setup.cfg",
                ".flake8",
                "web/eslint.config.js",
                "jest.config.ts",
                ".eslintrc.json",
                "config/checkstyle.xml",
                "src/test/resources/junit-platform.properties"
            })
    void files_that_decide_what_is_checked_need_a_person(String path) {
        assertThat(changes(path, "+anything"))
                .containsExactly(path + " changes what is checked; a person must approve that.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pom.xml          | +  <skipTests>true</skipTests>
            core/pom.xml     | +  <maven.test.skip>true</maven.test.skip>
            pom.xml          | +  <checkstyle.skip>true</checkstyle.skip>
            pom.xml          | +  <testFailureIgnore>true</testFailureIgnore>
            pom.xml          | +  <exclude>**/StockTest.java</exclude>
            pom.xml          | +  <excludedGroups>slow</excludedGroups>
            pom.xml          | -  <arg>-Werror</arg>
            build.gradle     | +  ignoreFailures = true
            build.gradle.kts | +  exclude("**/StockTest*")
            package.json     | +  "test": "true",
            web/package.json | -  "test:unit": "node --test",
            package.json     | +  "testPathIgnorePatterns": ["stock"],
            pyproject.toml   | +addopts = "--ignore=tests/test_stock.py"
            conftest.py      | +collect_ignore = ["test_stock.py"]
            tests/conftest.py | +def pytest_collection_modifyitems(items):
            tests/conftest.py | +    session.exitstatus = 0
            """)
    void lines_that_weaken_a_build_need_a_person(String path, String line) {
        assertThat(changes(path, "@@ -1 +1 @@\n" + line)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pom.xml           | +  <artifactId>gson</artifactId>
            pom.xml           | '   <skipTests>true</skipTests>'
            package.json      | +  "express": "^5.0.0",
            pyproject.toml    | +dependencies = ["flask"]
            tests/conftest.py | +def client():
            src/Makefile.java | +class Makefile {}
            docs/github/a.md  | +text
            src/pom.xml.txt   | +<skipTests>
            """)
    void other_changes_need_nobody(String path, String line) {
        assertThat(changes(path, "@@ -1 +1 @@\n" + line)).isEmpty();
    }

    @Test
    void a_file_that_is_moved_away_is_seen_where_it_was() {
        var patch = "diff --git a/.github/ci.yml b/old/ci.yml\nrename from .github/ci.yml\nrename to old/ci.yml\n";
        assertThat(changes("old/ci.yml", patch))
                .containsExactly(".github/ci.yml changes what is checked; a person must approve that.");
    }
}
