package com.fabricadeagentes.agents.gate;

import com.fabricadeagentes.repositories.Repositories.FileDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sees in a diff what decides about the checks: a person must look at those changes, even where all is green. */
public final class GateConfiguration {

    private static final Pattern CHECKS =
            Pattern.compile("(?i)^(\\.factory\\.ya?ml|\\.github/.*|\\.gitlab-ci\\.yml|\\.ci/.*"
                    + "|\\.circleci/.*|Jenkinsfile|azure-pipelines.*\\.ya?ml|bitbucket-pipelines\\.yml|\\.travis\\.yml"
                    + "|\\.mvn/.*|\\.flake8|setup\\.cfg|tox\\.ini|pytest\\.ini|conftest\\.py|(.*/)?eslint\\.config\\..*|(.*/)?\\.eslintrc.*"
                    + "|(.*/)?checkstyle.*\\.xml|(.*/)?pmd.*\\.xml)$");
    private static final Pattern POM =
            Pattern.compile("(?i)skipTests|maven\\.test\\.skip|testFailureIgnore|<skip>|<excludes?>"
                    + "|<excludedGroups>|failOnWarning|<extension>|maven-antrun|exec-maven");
    private static final Pattern NODE = Pattern.compile("\"(test|pretest|posttest|lint)\"\\s*:");
    private static final Pattern PYTHON =
            Pattern.compile("(?i)addopts|--ignore|norecursedirs|testpaths|collect_ignore|-k ");

    private GateConfiguration() {}

    /** @return for each such change a sentence that names the file; empty where there is none */
    public static List<String> changes(List<FileDiff> diff) {
        var found = new ArrayList<String>();
        for (var file : diff) {
            var path = file.path();
            if (CHECKS.matcher(path).matches() || weakens(path, file.patch())) {
                found.add(path + " changes what is checked; a person must approve that.");
            }
        }
        return found;
    }

    private static boolean weakens(String path, String patch) {
        var touched = patch.lines()
                .filter(line -> (line.startsWith("+") && !line.startsWith("+++"))
                        || (line.startsWith("-") && !line.startsWith("---")))
                .toList();
        var signs = path.endsWith("pom.xml")
                ? POM
                : path.endsWith("package.json") ? NODE : path.endsWith("pyproject.toml") ? PYTHON : null;
        return signs != null
                && touched.stream().anyMatch(line -> signs.matcher(line).find());
    }
}
