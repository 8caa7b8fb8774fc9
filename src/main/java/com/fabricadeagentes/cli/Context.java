package com.fabricadeagentes.cli;

import java.util.Map;
import java.util.Optional;

/** What every command has around it: the terminal and the environment. */
record Context(Terminal terminal, Map<String, String> environment) {

    CredentialsFile credentials() {
        return CredentialsFile.of(environment);
    }

    /** @throws Trouble where nobody is signed in */
    Session session() {
        return Session.open(credentials(), environment);
    }

    /** A variable that is set and not blank. */
    Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
