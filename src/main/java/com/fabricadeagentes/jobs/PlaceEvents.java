package com.fabricadeagentes.jobs;

import com.fabricadeagentes.database.Unplaced;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Behind the relay: places what a node that died had committed but not placed. */
@Component
final class PlaceEvents implements Sweep {

    private final Unplaced unplaced;

    PlaceEvents(Unplaced unplaced) {
        this.unplaced = unplaced;
    }

    @Override
    public String name() {
        return "place-events";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        unplaced.placeAll();
    }
}
