package com.fabricadeagentes.edge.errors;

import com.fabricadeagentes.kernel.Refusal.FieldError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Broken rules by field, in the words and the spelling of the API. */
final class FieldErrors {

    private FieldErrors() {}

    static List<FieldError> of(BindException invalid) {
        return invalid.getFieldErrors().stream()
                .map(error -> new FieldError(snakeCase(error.getField()), message(error)))
                .toList();
    }

    /** A body that breaks rules is invalid (422); a parameter that does cannot be understood (400). */
    static Problem problem(HandlerMethodValidationException invalid) {
        boolean body = invalid.getParameterValidationResults().stream()
                .anyMatch(result -> result.getMethodParameter().hasParameterAnnotation(RequestBody.class));
        var errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> of(result).stream())
                .toList();
        return body
                ? Problem.invalid(errors)
                : Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        errors.stream()
                                .map(error -> error.field() + " " + error.message())
                                .collect(Collectors.joining("; ", "", ".")));
    }

    private static List<FieldError> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return body.getFieldErrors().stream()
                    .map(error -> new FieldError(snakeCase(error.getField()), message(error)))
                    .toList();
        }
        var name =
                snakeCase(Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter"));
        return result.getResolvableErrors().stream()
                .map(error -> new FieldError(name, message(error)))
                .toList();
    }

    /** {@code acceptanceCriteria[2].text} as {@code acceptance_criteria[2].text}. */
    static String snakeCase(String path) {
        return path.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not right");
    }
}
