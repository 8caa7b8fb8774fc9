package com.fabricadeagentes.edge.errors;

import com.fabricadeagentes.kernel.Refusal.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A body that is no JSON is malformed (400); one whose fields are unknown or of the wrong kind is invalid (422). */
final class UnreadableBody {

    private UnreadableBody() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> invalid(unknown, "is not a field of this request");
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() ->
                invalid(
                        format,
                        "must be one of " + List.of(format.getTargetType().getEnumConstants()));
            case DatabindException mismatch
            when !path(mismatch).isEmpty() -> invalid(mismatch, "is not of the right kind");
            case DatabindException _ -> malformed("The body is not a JSON object of the expected shape.");
            case JacksonException broken -> malformed(brokenAt(broken));
            case null, default -> malformed("The request needs a JSON body.");
        };
    }

    private static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed", detail);
    }

    private static Problem invalid(DatabindException mismatch, String message) {
        return Problem.invalid(List.of(new FieldError(path(mismatch), message)));
    }

    private static String brokenAt(JacksonException broken) {
        var place = broken.getLocation();
        return place == null
                ? "The body is not valid JSON."
                : "The body is not valid JSON at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".";
    }

    private static String path(DatabindException mismatch) {
        var path = new StringBuilder();
        for (var step : mismatch.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
