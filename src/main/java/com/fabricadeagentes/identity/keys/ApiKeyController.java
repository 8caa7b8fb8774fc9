package com.fabricadeagentes.identity.keys;

import com.fabricadeagentes.kernel.Cursor;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Page;
import com.fabricadeagentes.kernel.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/api-keys")
@Tag(name = "API keys")
class ApiKeyController {

    private final ManageApiKeys keys;

    ApiKeyController(ManageApiKeys keys) {
        this.keys = keys;
    }

    record NewApiKey(
            @NotBlank @Size(max = 100) @Schema(example = "ci server")
            String name,

            @Nullable Instant expiresAt) {}

    /** @param key the key itself, in the answer to its creation only */
    record ApiKeyView(
            UUID id,
            String name,
            String hint,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable String key) {

        static ApiKeyView of(ApiKey key, @Nullable String secret) {
            return new ApiKeyView(key.id().value(), key.name(), key.hint(), key.createdAt(), key.expiresAt(), secret);
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an API key", description = "The key is shown in this answer and never again.")
    ResponseEntity<ApiKeyView> create(@RequestBody @Valid NewApiKey request) {
        var issued = keys.create(request.name(), request.expiresAt()).after();
        return ResponseEntity.created(
                        URI.create("/api/v1/api-keys/" + issued.key().id().value()))
                .body(ApiKeyView.of(issued.key(), issued.secret()));
    }

    @GetMapping
    @Operation(summary = "List one's API keys")
    Page<ApiKeyView> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return keys.list(limit, place(cursor)).map(key -> ApiKeyView.of(key, null));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an API key")
    void revoke(@PathVariable String id) {
        keys.revoke(Ids.parse(id).orElseThrow(() -> new Refusal.NotFound("API key").refused()));
    }

    private static @Nullable UUID place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        return Ids.parse(Cursor.decode(cursor, 1).values().getFirst())
                .orElseThrow(() -> new Refusal.Malformed("The cursor is not one this list gave.").refused());
    }
}
