package com.fabricadeagentes.agile.web;

import com.fabricadeagentes.agile.domain.Trace;
import com.fabricadeagentes.kernel.Id;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What answers have in common: the version as {@code ETag}, the place of what was made as {@code Location}. */
final class Answers {

    private static final long NO_VERSION = -1;

    private Answers() {}

    static <T> ResponseEntity<T> ok(T body, Trace trace) {
        return ResponseEntity.ok().eTag(tag(trace)).body(body);
    }

    /** @param collection as {@code /api/v1/stories} */
    static <T> ResponseEntity<T> created(String collection, Id id, T body, Trace trace) {
        return ResponseEntity.created(URI.create(collection + "/" + id.value()))
                .eTag(tag(trace))
                .body(body);
    }

    private static String tag(Trace trace) {
        return "\"" + trace.version() + "\"";
    }

    /** The version that {@code If-Match} asks for; one that no thing ever had where the tag is none of ours. */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var digits = ifMatch.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : NO_VERSION;
    }

    static @Nullable UUID uuid(@Nullable Id id) {
        return id == null ? null : id.value();
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
