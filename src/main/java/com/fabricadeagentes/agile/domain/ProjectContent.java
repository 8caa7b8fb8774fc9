package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.Board.Merge;
import com.fabricadeagentes.agile.Board.RunLimits;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people may change of a project.
 *
 * @param repositoryUrl where an existing repository is cloned from; null where a skeleton is laid down
 */
public record ProjectContent(
        String name, String description, @Nullable String repositoryUrl, Merge merge, RunLimits limits) {

    public static final int NAME = 200;
    public static final int URL = 1_000;
    private static final Pattern SECRET_IN_URL = Pattern.compile("^[a-z+]+://[^/@]*:[^/@]*@.*", Pattern.DOTALL);

    /** @throws com.fabricadeagentes.kernel.Refused as invalid, with every rule that is broken */
    public ProjectContent {
        name = name.strip();
        var checks = new Checks()
                .required("name", name, NAME)
                .text("description", description, Checks.LONG_TEXT)
                .text("repository_url", repositoryUrl, URL)
                .range("limits.max_retries", limits.maxRetries(), 0, 100)
                .range("limits.max_turns", limits.maxTurns(), 1, 10_000)
                .range("limits.max_run_minutes", limits.maxRunMinutes(), 1, 10_000)
                .range("limits.max_run_usd", limits.maxRunCents(), 0, 100_000_000);
        if (repositoryUrl != null) {
            checks.that(isPlain(repositoryUrl), "repository_url", "must be an https or ssh address or a local path")
                    .that(
                            !SECRET_IN_URL.matcher(repositoryUrl).matches(),
                            "repository_url",
                            "must not carry a password: it would be stored and shown");
        }
        checks.orRefuse();
    }

    /** git would take a leading dash for an option. */
    private static boolean isPlain(String url) {
        return !url.isBlank() && !url.startsWith("-") && url.chars().noneMatch(c -> c <= ' ' || c == 0x7f);
    }
}
