package com.fabricadeagentes.vault;

import java.nio.charset.StandardCharsets;

/** Seals what only its tenant may read: prompts, outputs, credentials. The first byte names the format. */
public interface Sealer {

    byte[] seal(byte[] plain);

    /** @throws IllegalArgumentException for a format this version does not know */
    byte[] open(byte[] sealed);

    default byte[] seal(String plain) {
        return seal(plain.getBytes(StandardCharsets.UTF_8));
    }

    default String openText(byte[] sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }
}
