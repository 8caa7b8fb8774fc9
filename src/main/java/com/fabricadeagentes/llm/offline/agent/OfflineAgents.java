package com.fabricadeagentes.llm.offline.agent;

import com.fabricadeagentes.llm.ModelRequest;
import com.fabricadeagentes.llm.offline.story.StoryReader;

/** The next answer of each type of agent. Stateless: all is derived from the request. */
public final class OfflineAgents {

    private OfflineAgents() {}

    public static Reply answer(ModelRequest request) {
        var conversation = Conversation.of(request);
        return switch (request.purpose()) {
            case "planner" -> Planner.answer(conversation);
            case "code_generator" -> Writer.CODE.answer(conversation);
            case "test_writer" -> Writer.TESTS.answer(conversation);
            case "doc_writer" -> Writer.DOCUMENTS.answer(conversation);
            case "code_reviewer" -> Reviewers.code(conversation);
            case "security_scanner" -> Reviewers.security(conversation);
            default -> {
                var say = new Sentences(
                        StoryReader.languageOf(conversation.story().title()));
                yield new Reply.Refuse(say.nothing() + " " + say.configure());
            }
        };
    }
}
