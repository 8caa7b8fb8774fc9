package com.fabricadeagentes.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param mode {@code FACTORY_SANDBOX}: auto (bubblewrap, then an engine), bubblewrap, docker, unsafe */
@ConfigurationProperties("sandbox")
record SandboxProperties(@DefaultValue("auto") Mode mode) {

    enum Mode {
        AUTO,
        BUBBLEWRAP,
        DOCKER,
        UNSAFE
    }
}
