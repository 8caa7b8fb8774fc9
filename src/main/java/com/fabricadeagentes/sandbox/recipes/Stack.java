package com.fabricadeagentes.sandbox.recipes;

import java.util.List;
import java.util.Optional;

/** What is usual for a language's tools; each part is one shell command at the repository's root, in the box. */
record Stack(Optional<String> lint, Optional<String> test, Optional<String> build, Optional<String> start) {

    private static final List<String> PYTHON_FILES = List.of("pyproject.toml", "setup.py", "requirements.txt");

    /** Warnings about the build's set-up rather than about the code are left out. */
    private static final String JAVAC = "-Xlint:all,-options,-path,-processing,-classfile -Werror";

    /** The classes are removed first: the compiler plugin would skip what is up to date, warnings and all. */
    private static final String MAVEN_LINT = "find . -type d -path '*/target/*classes' -prune -exec rm -rf {} +"
            + " && JDK_JAVAC_OPTIONS='" + JAVAC
            + "' mvn -q -B -Dmaven.compiler.fork=true -Dmaven.compiler.showWarnings=true test-compile"
            + " && find . -type d -path '*/src/main/java' -o -type d -path '*/src/test/java'"
            + " | xargs -r java -cp '/opt/factory/checkstyle/*' com.puppycrawl.tools.checkstyle.Main"
            + " -c /opt/factory/checkstyle.xml";

    private static final String PYTHON_LINT = "if python3 -c 'import flake8' 2>/dev/null;"
            + " then python3 -m flake8 --max-line-length 120 --exclude .git,.venv,node_modules .;"
            + " else echo 'flake8 is not installed: only the syntax is checked' >&2; python3 -m compileall -q .; fi";

    private static final String PYTHON_TEST = "if python3 -c 'import pytest' 2>/dev/null;"
            + " then python3 -m pytest -q --junitxml=.factory-reports/junit.xml;"
            + " else python3 -m unittest discover -v; fi";

    static Stack maven() {
        return new Stack(
                Optional.of(MAVEN_LINT),
                Optional.of("mvn -q -B test"),
                Optional.of("mvn -q -B -DskipTests package"),
                Optional.empty());
    }

    static Stack python() {
        return new Stack(Optional.of(PYTHON_LINT), Optional.of(PYTHON_TEST), Optional.empty(), Optional.empty());
    }

    /** @param alone whether nothing else was found: a stray script does not make a Java project a Python one */
    static boolean isPython(List<String> files, boolean alone) {
        return files.stream().anyMatch(PYTHON_FILES::contains)
                || alone && files.stream().anyMatch(file -> file.endsWith(".py"));
    }
}
