package com.fabricadeagentes.edge.errors;

import com.fabricadeagentes.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The one mapping of what a controller throws. What is expected has a kind; everything else is a fault and logged. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    void any(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(thrown instanceof AsyncRequestNotUsableException)) {
            Problems.write(problem(thrown, request, response), request, response);
        }
    }

    private static Problem problem(Exception thrown, HttpServletRequest request, HttpServletResponse response) {
        return switch (thrown) {
            case Refused refused -> Problem.of(refused.refusal());
            case Exception e when causedByTooLarge(e) -> BodyTooLarge.problem();
            case HttpMessageNotReadableException unreadable -> UnreadableBody.problem(unreadable);
            case BindException invalid -> Problem.invalid(FieldErrors.of(invalid));
            case HandlerMethodValidationException invalid -> FieldErrors.problem(invalid);
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        "The value of " + FieldErrors.snakeCase(mismatch.getName()) + " cannot be read.");
            case DuplicateKeyException _ ->
                Problem.of(HttpStatus.CONFLICT, "duplicate", "Something with the same name is there already.");
            case OptimisticLockingFailureException _ ->
                Problem.of(HttpStatus.CONFLICT, "changed-meanwhile", "This was changed meanwhile; load it again.");
            case ErrorResponse known -> ofSpring(known, response);
            default -> fault(thrown, request);
        };
    }

    /** Spring's own refusals: unknown path, method, media type, missing parameter. */
    private static Problem ofSpring(ErrorResponse known, HttpServletResponse response) {
        known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        var status = HttpStatus.valueOf(known.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND -> Problem.of(status, "There is nothing at this address.");
            default ->
                Problem.of(status, Objects.requireNonNullElse(known.getBody().getDetail(), status.getReasonPhrase()));
        };
    }

    private static boolean causedByTooLarge(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }

    static Problem fault(Throwable thrown, HttpServletRequest request) {
        LOG.atError()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI())
                .setCause(thrown)
                .log("A request failed");
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side. Try again; if it stays, tell us the request_id.");
    }
}
