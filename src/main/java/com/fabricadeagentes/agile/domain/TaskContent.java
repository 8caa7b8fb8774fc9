package com.fabricadeagentes.agile.domain;

import com.fabricadeagentes.agile.TaskType;
import org.jspecify.annotations.Nullable;

/** What a task asks for, and which agent does it. */
public record TaskContent(TaskType type, String title, String description, String agentType) {

    public static final int TITLE = 500;
    public static final int AGENT_TYPE = 40;

    /** @throws com.fabricadeagentes.kernel.Refused as invalid, with every rule that is broken */
    public TaskContent {
        title = title.strip();
        new Checks()
                .required("title", title, TITLE)
                .text("description", description, Checks.LONG_TEXT)
                .required("agent_type", agentType, AGENT_TYPE)
                .orRefuse();
    }

    /** @param agentType null for the agent that usually does such tasks */
    public static TaskContent of(TaskType type, String title, String description, @Nullable String agentType) {
        return new TaskContent(type, title, description, agentType == null ? usualAgent(type) : agentType);
    }

    private static String usualAgent(TaskType type) {
        return switch (type) {
            case DEVELOPMENT -> "code_generator";
            case TEST -> "test_writer";
            case DOCUMENTATION -> "doc_writer";
            case REVIEW -> "code_reviewer";
        };
    }
}
