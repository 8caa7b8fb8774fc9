package com.fabricadeagentes.llm.offline.agent;

import com.fabricadeagentes.llm.offline.review.Diff;
import com.fabricadeagentes.llm.offline.review.Finding;
import com.fabricadeagentes.llm.offline.review.MissingTests;
import com.fabricadeagentes.llm.offline.review.SecurityScan;
import com.fabricadeagentes.llm.offline.story.Design;
import com.fabricadeagentes.llm.offline.story.StoryReader;
import java.util.List;
import java.util.Map;

/** The agents that review a diff: what they find is by checks, not by judgement. */
final class Reviewers {

    private Reviewers() {}

    static Reply code(Conversation conversation) {
        var reading = StoryReader.read(conversation.story(), Design.EMPTY);
        return verdict(conversation, MissingTests.find(reading.wanted(), Diff.parse(conversation.diff())));
    }

    static Reply security(Conversation conversation) {
        return verdict(conversation, SecurityScan.find(Diff.parse(conversation.diff())));
    }

    private static Reply verdict(Conversation conversation, List<Finding> findings) {
        var say = new Sentences(StoryReader.languageOf(conversation.story().title()));
        var text = findings.isEmpty()
                ? say.in("My checks found nothing.", "Minhas verificações não acharam nada.")
                : say.in(findings.size() + " findings.", findings.size() + " achados.");
        return Reply.use(
                text,
                "submit_review",
                Map.of("verdict", findings.isEmpty() ? "approve" : "changes", "findings", findings));
    }
}
