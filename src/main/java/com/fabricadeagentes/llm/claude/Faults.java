package com.fabricadeagentes.llm.claude;

import com.anthropic.core.http.Headers;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.fabricadeagentes.llm.ModelFault;
import com.fabricadeagentes.llm.ModelFault.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the SDK's exceptions into faults of our port, in words a person can read and without keys. */
final class Faults {

    private static final Pattern KEY = Pattern.compile("sk-ant-[A-Za-z0-9_-]+");
    private static final String HIDDEN = "[key]";

    private final @Nullable String apiKey;
    private final InstantSource clock;

    Faults(@Nullable String apiKey, InstantSource clock) {
        this.apiKey = apiKey;
        this.clock = clock;
    }

    /** @param begun whether the stream had begun, so that a lost connection lost part of an answer */
    ModelFault of(Exception cause, boolean begun) {
        return switch (cause) {
            case AnthropicServiceException refused -> refused(refused);
            case AnthropicIoException lost
            when !begun -> new ModelFault(Kind.UNAVAILABLE, "the model's server could not be reached", null, lost);
            default ->
                begun
                        ? cut("the answer broke off or could not be read", cause)
                        : new ModelFault(Kind.INVALID_REQUEST, "the request could not be sent", null, cause);
        };
    }

    static ModelFault cut(String message, @Nullable Exception cause) {
        return new ModelFault(Kind.STREAM_CUT, message, null, cause);
    }

    private ModelFault refused(AnthropicServiceException refused) {
        var type = refused.type().map(Object::toString).orElse("");
        var words = refused.apiMessage().orElse("no explanation given");
        var where = refused.requestId().map(id -> ", request " + id).orElse("");
        var message =
                "Claude answered " + refused.statusCode() + (type.isEmpty() ? "" : " " + type) + ": " + words + where;
        // The exception itself holds headers and body, so it doesn't travel as the cause.
        return new ModelFault(
                kind(refused.statusCode(), type), withoutKeys(message), retryAfter(refused.headers()), null);
    }

    private static Kind kind(int status, String type) {
        return switch (type) {
            case "rate_limit_error" -> Kind.RATE_LIMITED;
            case "overloaded_error" -> Kind.OVERLOADED;
            case "api_error", "timeout_error" -> Kind.UNAVAILABLE;
            case "authentication_error", "permission_error", "billing_error" -> Kind.NOT_ALLOWED;
            case "invalid_request_error", "not_found_error", "request_too_large" -> Kind.INVALID_REQUEST;
            default -> byStatus(status);
        };
    }

    private static Kind byStatus(int status) {
        return switch (status) {
            case 429 -> Kind.RATE_LIMITED;
            case 529 -> Kind.OVERLOADED;
            case 401, 402, 403 -> Kind.NOT_ALLOWED;
            case 200 -> Kind.STREAM_CUT;
            case 408, 409 -> Kind.UNAVAILABLE;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.INVALID_REQUEST;
        };
    }

    private @Nullable Duration retryAfter(Headers headers) {
        for (var millis : headers.values("retry-after-ms")) {
            var wait = number(millis, 1);
            if (wait != null) {
                return wait;
            }
        }
        for (var value : headers.values("retry-after")) {
            var wait = number(value, 1000);
            return wait != null ? wait : untilDate(value);
        }
        return null;
    }

    private static @Nullable Duration number(String value, int millisEach) {
        try {
            return Duration.ofMillis(Math.max(0, Math.round(Double.parseDouble(value.strip()) * millisEach)));
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private @Nullable Duration untilDate(String value) {
        try {
            var then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var wait = Duration.between(clock.instant(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private String withoutKeys(String message) {
        var text = apiKey == null ? message : message.replace(apiKey, HIDDEN);
        return KEY.matcher(text).replaceAll(HIDDEN);
    }
}
