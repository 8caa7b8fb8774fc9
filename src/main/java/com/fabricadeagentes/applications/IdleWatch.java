package com.fabricadeagentes.applications;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Looks twice a minute for applications that nobody uses. */
@Component
class IdleWatch {

    private final Applications applications;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("applications-idle").factory());

    IdleWatch(Applications applications) {
        this.applications = applications;
    }

    @PostConstruct
    void begin() {
        var _ = timer.scheduleWithFixedDelay(applications::stopIdle, 30, 30, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
    }
}
