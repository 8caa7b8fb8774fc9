package com.fabricadeagentes.vault;

/** A secret that the start cannot go on without. The message names the variable and the remedy. */
public final class WeakSecret extends RuntimeException {

    WeakSecret(String variable, String fault) {
        super(variable + " " + fault + ". Set it to at least 32 random bytes, for example: export " + variable
                + "=\"$(openssl rand -base64 48)\"");
    }
}
