package com.fabricadeagentes.edge.requests;

import com.fabricadeagentes.kernel.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes or makes the request's id, echoes it, and has every log line of the request carry it. */
final class RequestIdFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Request-ID";

    /** What may stand in a log line and in a header unquoted. */
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,100}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var given = request.getHeader(HEADER);
        var id = given != null && SOUND.matcher(given).matches()
                ? given
                : Ids.next().toString();
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable("request_id", id)) {
            chain.doFilter(request, response);
        }
    }
}
