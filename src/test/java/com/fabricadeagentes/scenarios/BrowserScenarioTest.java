package com.fabricadeagentes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.llm.wire.MessagesServer;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does in the browser; the steps are in {@code web/e2e}. */
@Tag("long")
class BrowserScenarioTest {

    @Test
    void a_person_goes_the_whole_way_in_a_real_browser(@TempDir Path home) throws Exception {
        try (var model = MessagesServer.start(MendingScenarioTest.byTheConversation());
                var node = Node.start(
                        home,
                        Database.SQLITE.newUrl(home),
                        Map.of("ANTHROPIC_BASE_URL", model.baseUrl(), "ANTHROPIC_API_KEY", "k"))) {
            var log = home.resolve("browser.log");
            var browser = new ProcessBuilder("npx", "playwright", "test")
                    .directory(Path.of("web").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            browser.environment().put("BASE_URL", node.url());
            int exit = browser.start().waitFor();
            assertThat(exit).as(Files.readString(log)).isZero();
        }
    }
}
