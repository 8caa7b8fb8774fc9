package com.fabricadeagentes.agents.gate;

import com.fabricadeagentes.repositories.Repositories.FileDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sees in a diff what decides about the checks: a person must look at those changes, even where all is green. */
public final class GateConfiguration {

    /** Files that do nothing else, wherever CI, build tools, linters or runners look for them. */
    private static final Pattern CHECKS = Pattern.compile("(?i)\\.factory\\.ya?ml|\\.github/.*|\\.gitlab-ci\\.ya?ml"
            + "|\\.ci/.*|\\.circleci/.*|\\.buildkite/.*|Jenkinsfile.*|azure-pipelines.*\\.ya?ml"
            + "|bitbucket-pipelines\\.ya?ml|\\.travis\\.ya?ml|\\.mvn/.*|(?:.*/)?\\.npmrc|(?:.*/)?Makefile"
            + "|(?:.*/)?(?:\\.flake8|setup\\.cfg|tox\\.ini|pytest\\.ini|ruff\\.toml|\\.pylintrc|\\.coveragerc)"
            + "|(?:.*/)?(?:eslint|jest|vitest)\\.config\\..*|(?:.*/)?\\.(?:eslintrc|eslintignore|mocharc).*"
            + "|(?:.*/)?(?:checkstyle|pmd)[^/]*\\.xml|(?:.*/)?junit-platform\\.properties");

    /** Files that do more, by their names' ends, with the lines in them that decide. */
    private static final Map<String, Pattern> SIGNS = Map.of(
            "pom.xml",
                    Pattern.compile(
                            "(?i)skipTests|skipITs|\\.skip\\b|testFailureIgnore|failIfNoTests|<skip>|<excludes?>"
                                    + "|<(?:excluded)?groups>|testSourceDirectory|failOnWarning|failOnViolation|failsOnError"
                                    + "|-Werror|-Xlint|<extension>|antrun|exec-maven"),
            "build.gradle",
                    Pattern.compile("(?i)ignoreFailures|enabled|onlyIf|exclude|filter|useJUnit|-Werror|-Xlint|-x test"),
            "build.gradle.kts",
                    Pattern.compile("(?i)ignoreFailures|enabled|onlyIf|exclude|filter|useJUnit|-Werror|-Xlint|-x test"),
            "package.json",
                    Pattern.compile("\"(?:(?:pre|post)?(?:test|lint)(?::[^\"]*)?|jest|mocha|eslintConfig|testMatch"
                            + "|testPathIgnorePatterns|testRegex)\"\\s*:"),
            "pyproject.toml",
                    Pattern.compile("(?i)addopts|ignore|norecursedirs|testpaths|python_(?:files|classes|functions)"
                            + "|exclude|\\[tool\\.(?:pytest|ruff|flake8|pylint)"),
            "conftest.py",
                    Pattern.compile(
                            "collect_ignore|pytest_(?:collection|ignore|runtest|report|sessionfinish|cmdline|pyfunc)"
                                    + "|exitstatus|_exit\\("));

    private GateConfiguration() {}

    /** @return for each such change a sentence that names the file; empty where there is none */
    public static List<String> changes(List<FileDiff> diff) {
        var found = new ArrayList<String>();
        for (var file : diff) {
            paths(file)
                    .filter(path -> CHECKS.matcher(path).matches() || weakens(path, file.patch()))
                    .findFirst()
                    .ifPresent(path -> found.add(path + " changes what is checked; a person must approve that."));
        }
        return found;
    }

    /** A file that is moved away is changed where it was, too. */
    private static Stream<String> paths(FileDiff file) {
        var before = file.patch()
                .lines()
                .filter(line -> line.startsWith("rename from "))
                .map(line -> line.substring("rename from ".length()));
        return Stream.concat(Stream.of(file.path()), before);
    }

    private static boolean weakens(String path, String patch) {
        var signs = SIGNS.get(path.substring(path.lastIndexOf('/') + 1));
        return signs != null
                && patch.lines()
                        .filter(GateConfiguration::touched)
                        .anyMatch(line -> signs.matcher(line).find());
    }

    private static boolean touched(String line) {
        return (line.startsWith("+") && !line.startsWith("+++ ")) || (line.startsWith("-") && !line.startsWith("--- "));
    }
}
