package com.fabricadeagentes.kernel;

/**
 * Who acts: a person, an agent on a run, or the platform itself.
 *
 * @param name what people read in histories, e.g. an e-mail address or an agent type
 */
public record Actor(Kind kind, UserId id, String name) {

    public enum Kind {
        PERSON,
        AGENT,
        PLATFORM
    }

    /** The platform's own hand: sweeps, relays, repository preparation. */
    public static Actor platform(String name) {
        return new Actor(Kind.PLATFORM, PLATFORM_ID, name);
    }

    /** An agent at work; it acts within what its run allows, never with a person's rights. */
    public static Actor agent(String type) {
        return new Actor(Kind.AGENT, PLATFORM_ID, type);
    }

    private static final UserId PLATFORM_ID = new UserId(new java.util.UUID(0, 0));
}
