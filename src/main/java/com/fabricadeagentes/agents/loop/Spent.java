package com.fabricadeagentes.agents.loop;

import com.fabricadeagentes.llm.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run has used.
 *
 * @param usage tokens in all
 * @param costMicros in all; null once a price was unknown
 * @param allowanceMicros cost since the run began or a person last spoke
 */
public record Spent(Usage usage, @Nullable Long costMicros, int fixes, int turns, Duration work, long allowanceMicros) {

    static final Spent NOTHING = new Spent(Usage.NONE, 0L, 0, 0, Duration.ZERO, 0);

    Spent answer(Usage more, @Nullable Long micros) {
        Long total = costMicros == null || micros == null ? null : Long.valueOf(costMicros + micros);
        return new Spent(
                usage.plus(more), total, fixes, turns + 1, work, allowanceMicros + (micros == null ? 0 : micros));
    }

    Spent fix() {
        return new Spent(usage, costMicros, fixes + 1, turns, work, allowanceMicros);
    }

    Spent worked(Duration more) {
        return new Spent(usage, costMicros, fixes, turns, work.plus(more), allowanceMicros);
    }

    /** A person spoke: the allowance begins anew, what was used in all stays. */
    Spent renewed() {
        return new Spent(usage, costMicros, 0, 0, Duration.ZERO, 0);
    }
}
