package com.fabricadeagentes.agents.loop;

import java.util.List;

/** The agents of a run, by the names that events and requests carry. What they are made of is data. */
public final class AgentType {

    public static final String PLANNER = "planner";
    public static final String CODE_GENERATOR = "code_generator";
    public static final String TEST_WRITER = "test_writer";
    public static final String DOC_WRITER = "doc_writer";
    public static final String CODE_REVIEWER = "code_reviewer";
    public static final String SECURITY_SCANNER = "security_scanner";

    /** Who looks at a change, in order. */
    public static final List<String> REVIEWERS = List.of(CODE_REVIEWER, SECURITY_SCANNER);

    private AgentType() {}

    static boolean reviews(String agent) {
        return REVIEWERS.contains(agent);
    }
}
