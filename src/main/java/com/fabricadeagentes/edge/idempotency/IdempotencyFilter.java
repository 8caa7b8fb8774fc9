package com.fabricadeagentes.edge.idempotency;

import com.fabricadeagentes.edge.errors.BodyTooLarge;
import com.fabricadeagentes.edge.errors.Problem;
import com.fabricadeagentes.edge.errors.Problems;
import com.fabricadeagentes.edge.idempotency.IdempotentRequests.Claim;
import com.fabricadeagentes.kernel.Refusal.FieldError;
import com.fabricadeagentes.kernel.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a retried POST as the first was answered. Faults (5xx) and "too many" are not kept, nor is what must not be
 * stored readable: tokens and keys.
 */
public final class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final List<String> SECRET_ANSWERS = List.of("/api/v1/auth/", "/api/v1/api-keys", "/api/v1/ws/");

    private final IdempotentRequests requests;

    public IdempotencyFilter(IdempotentRequests requests) {
        this.requests = requests;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || !path.startsWith("/api/v1/")
                || SECRET_ANSWERS.stream().anyMatch(path::startsWith)
                || Scope.find().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            var detail = "The Idempotency-Key must have 1 to " + LONGEST_KEY + " characters.";
            Problems.write(Problem.of(HttpStatus.BAD_REQUEST, "malformed", detail), request, response);
            return;
        }
        RereadRequest reread;
        try {
            reread = new RereadRequest(request);
        } catch (BodyTooLarge tooLarge) {
            Problems.write(BodyTooLarge.problem(), request, response);
            return;
        }
        switch (requests.claim(key, fingerprint(reread))) {
            case Claim.Fresh(var id) -> perform(id, reread, response, chain);
            case Claim.Answered(var answer) -> replay(answer, response);
            case Claim.InFlight _ ->
                Problems.write(
                        Problem.of(
                                HttpStatus.CONFLICT,
                                "in-flight",
                                "The first request with this Idempotency-Key is still being done."),
                        request,
                        response);
            case Claim.Misused _ ->
                Problems.write(
                        Problem.invalid(
                                List.of(new FieldError(HEADER, "was used before for a request with another content"))),
                        request,
                        response);
        }
    }

    private void perform(UUID id, RereadRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var kept = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            chain.doFilter(request, kept);
            if (!request.isAsyncStarted() && worthKeeping(kept)) {
                requests.answer(
                        id,
                        new StoredAnswer(
                                kept.getStatus(),
                                kept.getContentType(),
                                kept.getHeader(HttpHeaders.LOCATION),
                                kept.getContentAsByteArray()));
                answered = true;
            }
        } finally {
            if (!answered) {
                requests.release(id);
            }
            kept.copyBodyToResponse();
        }
    }

    private static boolean worthKeeping(ContentCachingResponseWrapper response) {
        return response.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()
                && response.getStatus() != HttpStatus.TOO_MANY_REQUESTS.value()
                && response.getContentSize() <= LARGEST_ANSWER;
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotent-Replay", "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.getOutputStream().write(answer.body());
    }

    private static String fingerprint(RereadRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getRequestURI() + '?' + Objects.requireNonNullElse(request.getQueryString(), "") + '\n')
                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
