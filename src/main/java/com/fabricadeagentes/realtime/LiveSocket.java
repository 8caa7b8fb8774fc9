package com.fabricadeagentes.realtime;

import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Scope;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One connection's talk: {@code subscribe} narrows it to a project, {@code resume} says what was seen last. */
@Component
class LiveSocket extends TextWebSocketHandler {

    private final Hub hub;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    LiveSocket(Hub hub) {
        this.hub = hub;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var scope = (Scope) session.getAttributes().get(LiveHandshake.SCOPE);
        if (scope != null) {
            clients.put(session.getId(), hub.join(session, scope));
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        var client = clients.get(session.getId());
        if (client == null) {
            return;
        }
        try {
            heed(client, Json.tree(message.getPayload()));
        } catch (JacksonException broken) {
            session.close(CloseStatus.BAD_DATA.withReason("not JSON"));
        }
    }

    private void heed(Client client, JsonNode said) {
        switch (said.path("type").asString("")) {
            case "subscribe" ->
                Ids.parse(said.path("project_id").asString(""))
                        .ifPresentOrElse(client::subscribe, () -> client.problem("project_id must be an id"));
            case "resume" -> resume(client, said.path("after").asString(""));
            case "ping" -> client.offer(Map.of("type", "pong"));
            default -> client.problem("type must be subscribe, resume or ping");
        }
    }

    private void resume(Client client, String after) {
        try {
            hub.resume(client, Long.parseLong(after));
        } catch (NumberFormatException notOurs) {
            client.offer(Map.of("type", "reset"));
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var client = clients.remove(session.getId());
        if (client != null) {
            hub.leave(client);
        }
    }
}
