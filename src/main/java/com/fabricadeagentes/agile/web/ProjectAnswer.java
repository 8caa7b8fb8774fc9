package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.Board.RepositoryStatus;
import com.fabricadeagentes.agile.domain.Project;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project as clients see it. */
record ProjectAnswer(
        UUID id,
        String key,
        String name,
        String description,
        String stack,
        @Nullable String repositoryUrl,
        String merge,
        LimitsForm limits,
        Repository repository,
        long version,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy) {

    /** How far its repository is. @param error why it could not be prepared */
    record Repository(RepositoryStatus status, @Nullable String error) {}

    static ProjectAnswer of(Project project) {
        var content = project.content();
        var trace = project.trace();
        return new ProjectAnswer(
                project.id().value(),
                project.key(),
                content.name(),
                content.description(),
                Answers.lower(project.stack()),
                content.repositoryUrl(),
                Answers.lower(content.merge()),
                LimitsForm.of(content.limits()),
                new Repository(project.repositoryStatus(), project.repositoryError()),
                trace.version(),
                trace.createdAt(),
                trace.createdBy().value(),
                trace.updatedAt(),
                trace.updatedBy().value());
    }
}
