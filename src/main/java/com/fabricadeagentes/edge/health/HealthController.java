package com.fabricadeagentes.edge.health;

import com.fabricadeagentes.edge.health.Check.Status;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** DOWN is 503. Without Redis the platform is slower, not down; readiness hangs on the database alone. */
@RestController
@Tag(name = "Operations")
class HealthController {

    private final DatabaseCheck database;
    private final RedisCheck redis;

    HealthController(DatabaseCheck database, RedisCheck redis) {
        this.database = database;
        this.redis = redis;
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Health(Status status, List<String> degraded, Map<String, Check> checks) {}

    record Integrations(Status status, Map<String, Check> integrations) {}

    @GetMapping("/health")
    @SecurityRequirements
    @Operation(summary = "The whole: UP, or DOWN with 503; what is slower without Redis is listed as degraded")
    ResponseEntity<Health> health() {
        var db = database.check();
        var cache = redis.check();
        var degraded = cache.isDown() ? List.of("redis") : List.<String>of();
        return answer(db, new Health(db.status(), degraded, Map.of("db", db, "redis", cache)));
    }

    @GetMapping("/health/db")
    @SecurityRequirements
    @Operation(summary = "The database")
    ResponseEntity<Check> db() {
        var check = database.check();
        return answer(check, check);
    }

    @GetMapping("/health/redis")
    @SecurityRequirements
    @Operation(summary = "Redis; DISABLED where none is configured")
    ResponseEntity<Check> redis() {
        var check = redis.check();
        return answer(check, check);
    }

    @GetMapping("/health/live")
    @SecurityRequirements
    @Operation(summary = "Whether the process lives")
    Check live() {
        return Check.UP;
    }

    @GetMapping("/health/ready")
    @SecurityRequirements
    @Operation(summary = "Whether requests can be served")
    ResponseEntity<Check> ready() {
        return db();
    }

    /** No foreign system is connected yet, and that is what it says. */
    @GetMapping("/api/v1/integrations/health")
    @Operation(summary = "The foreign systems that are connected")
    Integrations integrations() {
        return new Integrations(Status.UP, Map.of());
    }

    private static <T> ResponseEntity<T> answer(Check decisive, T body) {
        return ResponseEntity.status(decisive.isDown() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(body);
    }
}
