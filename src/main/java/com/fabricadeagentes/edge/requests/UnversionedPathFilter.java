package com.fabricadeagentes.edge.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code /api/X} is the same as {@code /api/v1/X}, for security and handlers alike. */
final class UnversionedPathFilter extends OncePerRequestFilter {

    private static final Pattern UNVERSIONED = Pattern.compile("^/api/(?!v\\d+(/|$))");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var versioned = UNVERSIONED.matcher(request.getRequestURI()).replaceFirst("/api/v1/");
        chain.doFilter(
                versioned.equals(request.getRequestURI()) ? request : new Versioned(request, versioned), response);
    }

    private static final class Versioned extends HttpServletRequestWrapper {

        private final String uri;

        Versioned(HttpServletRequest request, String uri) {
            super(request);
            this.uri = uri;
        }

        @Override
        public String getRequestURI() {
            return uri;
        }

        @Override
        public String getServletPath() {
            return UNVERSIONED.matcher(super.getServletPath()).replaceFirst("/api/v1/");
        }

        @Override
        public StringBuffer getRequestURL() {
            var url = super.getRequestURL();
            var path = super.getRequestURI();
            return new StringBuffer(url.substring(0, url.length() - path.length())).append(uri);
        }
    }
}
