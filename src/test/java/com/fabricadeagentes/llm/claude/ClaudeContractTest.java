package com.fabricadeagentes.llm.claude;

import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelProvider;
import com.fabricadeagentes.llm.ModelProviderContract;
import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.wire.MessagesServer;
import com.fabricadeagentes.llm.wire.Reply;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ClaudeContractTest extends ModelProviderContract {

    private MessagesServer server;

    @BeforeEach
    void start() throws IOException {
        server = MessagesServer.start(request -> Reply.turn()
                .thinking("Where is it?", "c2lnbmVk")
                .text("I look.")
                .call("read_file", Map.of("path", "pom.xml")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected ModelProvider provider() {
        return Claudes.at(server);
    }

    @Override
    protected ModelRequest request() {
        return Claudes.request(Message.user("Begin."));
    }
}
