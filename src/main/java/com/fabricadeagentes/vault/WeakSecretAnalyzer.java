package com.fabricadeagentes.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a weak secret as one readable message instead of a stack trace. */
final class WeakSecretAnalyzer extends AbstractFailureAnalyzer<WeakSecret> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WeakSecret cause) {
        return new FailureAnalysis(cause.getMessage(), "Set the variable named above and start again.", cause);
    }
}
