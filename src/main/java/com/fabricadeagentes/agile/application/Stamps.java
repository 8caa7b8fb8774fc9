package com.fabricadeagentes.agile.application;

import com.fabricadeagentes.agile.domain.Stamp;
import com.fabricadeagentes.kernel.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Who acts, and what time it is. */
@Component
class Stamps {

    private final Clock clock;

    Stamps(Clock clock) {
        this.clock = clock;
    }

    /** To the millisecond: what every database keeps, so that a thing reads back as it was answered. */
    Stamp now() {
        return new Stamp(Scope.current().actor().id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
