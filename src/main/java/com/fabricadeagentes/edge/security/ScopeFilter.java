package com.fabricadeagentes.edge.security;

import com.fabricadeagentes.edge.requests.RequestLogFilter;
import com.fabricadeagentes.identity.Authenticator;
import com.fabricadeagentes.kernel.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds tenant and actor for the rest of the request, by its Bearer token or API key. */
final class ScopeFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Authenticator authenticator;
    private final TenantChoice tenantChoice;

    ScopeFilter(Authenticator authenticator, TenantChoice tenantChoice) {
        this.authenticator = authenticator;
        this.tenantChoice = tenantChoice;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var scope = credential(request)
                .flatMap(authenticator::authenticate)
                .map(found -> tenantChoice.choose(found, request.getHeader("X-Tenant-ID")));
        if (scope.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        bound(scope.get(), request, response, chain);
    }

    private static void bound(Scope scope, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(RequestLogFilter.SCOPE, scope);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new PreAuthenticatedAuthenticationToken(scope.actor().id(), "", List.of()));
        try (var _ = MDC.putCloseable("tenant", scope.tenant().toString());
                var _ = MDC.putCloseable("user", scope.actor().id().toString())) {
            scope.call(() -> pass(request, response, chain)).rethrow();
        }
    }

    /** A scoped call throws one kind of checked exception, a filter two. */
    private static Outcome pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
            return new Outcome(null);
        } catch (ServletException thrown) {
            return new Outcome(thrown);
        }
    }

    private record Outcome(@Nullable ServletException thrown) {

        void rethrow() throws ServletException {
            if (thrown != null) {
                throw thrown;
            }
        }
    }

    private static Optional<String> credential(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}
