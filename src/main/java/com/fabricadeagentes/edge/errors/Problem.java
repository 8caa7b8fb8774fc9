package com.fabricadeagentes.edge.errors;

import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Refusal.FieldError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error as clients see it (RFC 9457).
 *
 * @param name the stable last part of {@code type}
 * @param more members of this kind of problem, e.g. {@code allowed}
 */
public record Problem(
        HttpStatus status,
        String name,
        String detail,
        List<FieldError> errors,
        Map<String, Object> more,
        @Nullable Duration retryAfter) {

    private static final String TYPE = "urn:plataforma-e:problem:";

    /** A problem that says no more than its status. */
    public static Problem of(HttpStatus status, String detail) {
        return of(status, status.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail);
    }

    public static Problem of(HttpStatus status, String name, String detail) {
        return new Problem(status, name, detail, List.of(), Map.of(), null);
    }

    public static Problem invalid(List<FieldError> errors) {
        var refusal = new Refusal.Invalid(errors);
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", refusal.detail(), errors, Map.of(), null);
    }

    /** The one table from refusals to statuses. */
    public static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> of(HttpStatus.NOT_FOUND, "not-found", refusal.detail());
            case Refusal.Forbidden(var permission) ->
                new Problem(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        refusal.detail(),
                        List.of(),
                        Map.of("permission", permission),
                        null);
            case Refusal.Conflict(var reason, var detail, var more) ->
                new Problem(HttpStatus.CONFLICT, reason.replace('_', '-'), detail, List.of(), more, null);
            case Refusal.Stale(var current) ->
                new Problem(
                        HttpStatus.PRECONDITION_FAILED,
                        "stale",
                        refusal.detail(),
                        List.of(),
                        Map.of("version", current),
                        null);
            case Refusal.Invalid(var errors) -> invalid(errors);
            case Refusal.Malformed(var detail) -> of(HttpStatus.BAD_REQUEST, "malformed", detail);
            case Refusal.Unauthenticated(var detail) -> of(HttpStatus.UNAUTHORIZED, "unauthenticated", detail);
            case Refusal.TooMany(var detail, var wait) ->
                new Problem(HttpStatus.TOO_MANY_REQUESTS, "too-many", detail, List.of(), Map.of(), wait);
        };
    }

    /** The members in the order in which people read them. */
    Map<String, Object> body(String instance, String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPE + name);
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("instance", instance);
        body.put("request_id", requestId);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        more.forEach(body::putIfAbsent);
        return body;
    }
}
