package com.fabricadeagentes.audit;

import com.fabricadeagentes.audit.AuditEntries.Filter;
import com.fabricadeagentes.audit.AuditEntry.Outcome;
import com.fabricadeagentes.kernel.Actor;
import com.fabricadeagentes.kernel.Cursor;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Audit")
class AuditController {

    private final ReadAudit audit;

    AuditController(ReadAudit audit) {
        this.audit = audit;
    }

    record ActorView(Actor.Kind kind, UUID id, String name) {}

    record AuditView(
            UUID id,
            Instant recordedAt,
            ActorView actor,
            @Schema(example = "story.move") String action,
            @Nullable UUID resourceId,
            Outcome outcome,
            @Schema(type = "object") @Nullable JsonNode before,
            @Schema(type = "object") @Nullable JsonNode after,
            @Nullable String detail,
            String requestId) {}

    @GetMapping("/api/v1/audit")
    @Operation(summary = "Who changed or was refused what", description = "Newest first.")
    Page<AuditView> list(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(name = "actor_id", required = false) @Nullable UUID actorId,
            @RequestParam(name = "resource_id", required = false) @Nullable UUID resourceId,
            @RequestParam(required = false) @Nullable Outcome outcome,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return audit.page(new Filter(action, actorId, resourceId, outcome), limit, place(cursor))
                .map(AuditController::view);
    }

    private static AuditView view(AuditEntry entry) {
        var actor = entry.actor();
        return new AuditView(
                entry.id(),
                entry.recordedAt(),
                new ActorView(actor.kind(), actor.id().value(), actor.name()),
                entry.action(),
                entry.resource(),
                entry.outcome(),
                tree(entry.before()),
                tree(entry.after()),
                entry.detail(),
                entry.request());
    }

    private static @Nullable JsonNode tree(@Nullable String json) {
        return json == null ? null : Json.tree(json);
    }

    private static @Nullable UUID place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        return Ids.parse(Cursor.decode(cursor, 1).values().getFirst())
                .orElseThrow(() -> new Refusal.Malformed("The cursor is not one this list gave.").refused());
    }
}
