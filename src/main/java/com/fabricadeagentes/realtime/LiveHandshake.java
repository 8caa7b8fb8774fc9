package com.fabricadeagentes.realtime;

import com.fabricadeagentes.identity.Authenticator;
import com.fabricadeagentes.kernel.Scope;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets in who brings a ticket, a token or an API key. */
@Component
class LiveHandshake implements HandshakeInterceptor {

    static final String SCOPE = "scope";
    private static final String BEARER = "Bearer ";

    private final Tickets tickets;
    private final Authenticator authenticator;

    LiveHandshake(Tickets tickets, Authenticator authenticator) {
        this.tickets = tickets;
        this.authenticator = authenticator;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var scope = byTicket(request).or(() -> byBearer(request));
        scope.ifPresentOrElse(
                found -> attributes.put(SCOPE, found), () -> response.setStatusCode(HttpStatus.UNAUTHORIZED));
        return scope.isPresent();
    }

    private Optional<Scope> byTicket(ServerHttpRequest request) {
        var query = UriComponentsBuilder.fromUri(request.getURI()).build().getQueryParams();
        return Optional.ofNullable(query.getFirst("ticket")).flatMap(tickets::redeem);
    }

    private Optional<Scope> byBearer(ServerHttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> authenticator.authenticate(header.substring(BEARER.length())))
                .filter(scope -> scope.permits("story:read"));
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception fault) {
        // nothing is left to do once the connection is open or refused
    }
}
