package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.Board.RepositoryStatus;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Refusal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product under development.
 *
 * @param key begins the keys of its stories; unique in the tenant and never changed
 * @param repositoryError why its repository could not be prepared, for the person
 */
public record Project(
        ProjectId id,
        String key,
        Stack stack,
        ProjectContent content,
        RepositoryStatus repositoryStatus,
        @Nullable String repositoryError,
        Trace trace) {

    public static final String KEY = "^[A-Z][A-Z0-9]{1,9}$";
    private static final Pattern KEY_PATTERN = Pattern.compile(KEY);

    public static Project created(String key, Stack stack, ProjectContent content, Stamp stamp) {
        if (!isKey(key)) {
            throw Refusal.Invalid.field("key", "must be 2 to 10 capital letters and digits, a letter first")
                    .refused();
        }
        return new Project(
                ProjectId.next(), key, stack, content, RepositoryStatus.PREPARING, null, Trace.created(stamp));
    }

    public static boolean isKey(String text) {
        return KEY_PATTERN.matcher(text).matches();
    }

    /** Another repository can be named only while there is none: then it is prepared anew. */
    public Project edited(ProjectContent to, Stamp stamp) {
        if (Objects.equals(content.repositoryUrl(), to.repositoryUrl())) {
            return copy(to, repositoryStatus, repositoryError, trace.changed(stamp));
        }
        if (repositoryStatus != RepositoryStatus.FAILED) {
            throw new Refusal.Conflict(
                            "repository_exists",
                            "The repository's address can be changed only after preparing it has failed.")
                    .refused();
        }
        return copy(to, RepositoryStatus.PREPARING, null, trace.changed(stamp));
    }

    public Project repositoryReady(Stamp stamp) {
        return copy(content, RepositoryStatus.READY, null, trace.changed(stamp));
    }

    public Project repositoryFailed(String error, Stamp stamp) {
        return copy(content, RepositoryStatus.FAILED, error, trace.changed(stamp));
    }

    public Project deleted(Stamp stamp) {
        return copy(content, repositoryStatus, repositoryError, trace.deleted(stamp));
    }

    public Project restored(Stamp stamp) {
        return copy(content, repositoryStatus, repositoryError, trace.restored(stamp));
    }

    private Project copy(ProjectContent newContent, RepositoryStatus status, @Nullable String error, Trace newTrace) {
        return new Project(id, key, stack, newContent, status, error, newTrace);
    }
}
