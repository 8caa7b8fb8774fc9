package com.fabricadeagentes.kernel;

/** Carries a {@link Refusal} out of a use case, so that its transaction rolls back; no stack trace, it is no fault. */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
