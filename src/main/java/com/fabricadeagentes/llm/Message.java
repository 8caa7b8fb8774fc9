package com.fabricadeagentes.llm;

import java.util.List;

/** One turn of a conversation. Conversations are append-only. */
public record Message(Role role, List<ContentBlock> content) {

    public enum Role {
        USER,
        ASSISTANT
    }

    public Message {
        content = List.copyOf(content);
    }

    public static Message user(String text) {
        return new Message(Role.USER, List.of(new ContentBlock.Text(text)));
    }

    public static Message user(List<ContentBlock> content) {
        return new Message(Role.USER, content);
    }

    public static Message assistant(List<ContentBlock> content) {
        return new Message(Role.ASSISTANT, content);
    }
}
