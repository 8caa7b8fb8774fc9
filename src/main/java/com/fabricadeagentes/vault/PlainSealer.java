package com.fabricadeagentes.vault;

import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Format 0: readable. Tenant keys come with their own format; what is stored until then stays readable by this one. */
@Component
final class PlainSealer implements Sealer {

    private static final byte PLAIN = 0;

    @Override
    public byte[] seal(byte[] plain) {
        var sealed = new byte[plain.length + 1];
        sealed[0] = PLAIN;
        System.arraycopy(plain, 0, sealed, 1, plain.length);
        return sealed;
    }

    @Override
    public byte[] open(byte[] sealed) {
        if (sealed.length == 0 || sealed[0] != PLAIN) {
            throw new IllegalArgumentException("sealed in a format this version does not know");
        }
        return Arrays.copyOfRange(sealed, 1, sealed.length);
    }
}
