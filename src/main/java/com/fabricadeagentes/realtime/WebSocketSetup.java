package com.fabricadeagentes.realtime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class WebSocketSetup implements WebSocketConfigurer {

    private static final int LONGEST_MESSAGE = 16 * 1024;

    private final LiveSocket socket;
    private final LiveHandshake handshake;

    WebSocketSetup(LiveSocket socket, LiveHandshake handshake) {
        this.socket = socket;
        this.handshake = handshake;
    }

    /** Any origin may open it: what lets in is the ticket or the token, never a cookie. */
    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/ws").addInterceptors(handshake).setAllowedOriginPatterns("*");
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketContainer() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        container.setMaxBinaryMessageBufferSize(LONGEST_MESSAGE);
        return container;
    }
}
