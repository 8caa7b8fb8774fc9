package com.fabricadeagentes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fabricadeagentes.llm.wire.MessagesServer;
import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the real server after every event that it gets to write, until the run is over all the same. */
@Tag("long")
class KilledServerScenarioTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void a_run_whose_server_is_killed_after_every_event_ends_done_with_one_commit(@TempDir Path home) throws Exception {
        var log = home.resolve("server.log");
        try (var model = MessagesServer.start(MendingScenarioTest.byTheConversation())) {
            var environment = ServerProcess.environment(
                    home.resolve("data"), Map.of("ANTHROPIC_BASE_URL", model.baseUrl(), "ANTHROPIC_API_KEY", "k"));
            String key;
            try (var server = ServerProcess.start(log, environment).awaitReady()) {
                var factory = new Factory(Api.signIn(server.url()));
                var project = factory.project(Map.of("key", "SUM", "name", "Sums", "stack", "node"));
                key = factory.story(project, "Add two numbers", List.of("2 and 3 give 5"));
                factory.move(key, "READY");
            }
            int planning = model.requests().size();
            var database = home.resolve("data/database/factory.db");
            var killedAfter = new HashSet<Integer>();
            int kills = 0;
            while (!finished(database)) {
                int before = lastSeq(database);
                try (var server = ServerProcess.start(log, environment)) {
                    await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(1))
                            .pollDelay(Duration.ZERO)
                            .until(() -> lastSeq(database) > before || finished(database));
                    server.kill();
                }
                kills++;
                killedAfter.add(lastSeq(database));
            }
            try (var server = ServerProcess.start(log, environment).awaitReady()) {
                var factory = new Factory(Api.signIn(server.url()));
                var run = factory.settled(key);
                factory.assertSucceeded(run);
                assertThat(factory.story(key).get("status").asString()).isEqualTo("DONE");
                var types = factory.types(run);
                assertThat(types).containsOnlyOnce("committed", "merged", "run_finished");
                assertThat(killedAfter.size()).isGreaterThan(types.size() / 2);
                long answers = types.stream().filter("model_answered"::equals).count();
                assertThat(model.requests().size() - planning).isLessThanOrEqualTo((int) answers + kills);
                assertThat(commitsOf(home, run.get("id").asString())).isEqualTo(1);
            }
        }
    }

    private static int lastSeq(Path database) {
        return number(database, "select coalesce(max(last_seq), 0) from run");
    }

    private static boolean finished(Path database) {
        return number(database, "select count(*) from run where finished_at is not null") > 0;
    }

    private static int number(Path database, String sql) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.getInt(1);
        } catch (SQLException busy) {
            return 0;
        }
    }

    private static long commitsOf(Path home, String run) throws Exception {
        try (var files = Files.walk(home.resolve("data/repositories"), 2)) {
            var bare = files.filter(path -> path.toString().endsWith(".git"))
                    .findFirst()
                    .orElseThrow();
            var git = new ProcessBuilder(
                            "git", "--git-dir", bare.toString(), "log", "--format=%H", "--grep", "Run: " + run, "main")
                    .start();
            return new String(git.getInputStream().readAllBytes()).lines().count();
        }
    }
}
