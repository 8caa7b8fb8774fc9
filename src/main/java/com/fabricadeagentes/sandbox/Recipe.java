package com.fabricadeagentes.sandbox;

import java.util.Optional;

/**
 * How a repository is linted, tested, built and started: {@code .factory.yml}, and what is missing there detected from
 * the files. Each is one shell command, run by {@code bash -c} at the root, in the box.
 *
 * @param openapi path of the OpenAPI document, if the repository names one
 */
public record Recipe(
        Optional<String> lint,
        Optional<String> test,
        Optional<String> build,
        Optional<String> start,
        Optional<String> openapi) {}
