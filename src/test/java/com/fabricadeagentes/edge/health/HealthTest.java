package com.fabricadeagentes.edge.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.support.Api;
import com.fabricadeagentes.support.Database;
import com.fabricadeagentes.support.Node;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

    @Test
    void without_its_redis_the_platform_is_up_and_says_what_is_slower(@TempDir Path home) {
        var nobodyListens = Map.of("REDIS_URL", "redis://localhost:1");
        try (var node = Node.start(home, Database.SQLITE.newUrl(home), nobodyListens)) {
            var anybody = Api.anonymous(node);
            var whole = anybody.get("/health").ok();
            assertThat(whole.get("status").asString()).isEqualTo("UP");
            assertThat(whole.get("degraded").get(0).asString()).isEqualTo("redis");
            assertThat(anybody.get("/health/redis")
                            .status(503)
                            .json()
                            .get("status")
                            .asString())
                    .isEqualTo("DOWN");
            anybody.get("/health/ready").ok();
        }
    }
}
