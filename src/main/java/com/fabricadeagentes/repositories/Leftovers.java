package com.fabricadeagentes.repositories;

import java.util.List;

/** What builds and tests leave behind and no commit may hold, whatever the repository ignores itself. */
final class Leftovers {

    static final List<String> PATTERNS = List.of(
            "target/",
            "node_modules",
            "__pycache__/",
            "*.pyc",
            ".pytest_cache/",
            ".factory-reports/",
            ".factory-*.tmp",
            ".gradle/",
            ".venv/",
            ".mypy_cache/",
            ".ruff_cache/",
            ".eslintcache",
            "*.class",
            "hs_err_pid*.log",
            "core.[0-9]*");

    private Leftovers() {}
}
