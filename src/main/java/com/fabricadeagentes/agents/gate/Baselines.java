package com.fabricadeagentes.agents.gate;

import static com.fabricadeagentes.database.schema.Tables.TEST_BASELINE;

import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.database.Tenanted;
import com.fabricadeagentes.kernel.Json;
import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What passed, by commit or checkpoint, so that nothing is run twice to know it. */
@Repository
public class Baselines {

    private final DSLContext jooq;
    private final Clock clock;

    Baselines(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<TestResults> find(ProjectId project, String commit) {
        return jooq.select(TEST_BASELINE.TESTS_JSON)
                .from(TEST_BASELINE)
                .where(Tenanted.own(TEST_BASELINE))
                .and(TEST_BASELINE.PROJECT_ID.eq(project.value()))
                .and(TEST_BASELINE.COMMIT_SHA.eq(commit))
                .fetchOptional(TEST_BASELINE.TESTS_JSON)
                .map(json -> Json.read(json, TestResults.class));
    }

    @Transactional
    public void remember(ProjectId project, String commit, TestResults results) {
        jooq.insertInto(TEST_BASELINE)
                .set(TEST_BASELINE.TENANT_ID, Tenanted.tenant())
                .set(TEST_BASELINE.PROJECT_ID, project.value())
                .set(TEST_BASELINE.COMMIT_SHA, commit)
                .set(TEST_BASELINE.TESTS_JSON, Json.write(results))
                .set(TEST_BASELINE.CREATED_AT, clock.instant())
                .onConflict(TEST_BASELINE.TENANT_ID, TEST_BASELINE.PROJECT_ID, TEST_BASELINE.COMMIT_SHA)
                .doNothing()
                .execute();
    }

    /** What is known of one commit is henceforth known of another with the same files. */
    @Transactional
    public void carry(ProjectId project, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        find(project, from).ifPresent(results -> remember(project, to, results));
        jooq.deleteFrom(TEST_BASELINE)
                .where(Tenanted.own(TEST_BASELINE))
                .and(TEST_BASELINE.PROJECT_ID.eq(project.value()))
                .and(TEST_BASELINE.COMMIT_SHA.eq(from))
                .execute();
    }
}
