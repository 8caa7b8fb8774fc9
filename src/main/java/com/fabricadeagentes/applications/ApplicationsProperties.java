package com.fabricadeagentes.applications;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param idleMinutes {@code APP_IDLE_MINUTES}: an application that nobody called for so long is stopped
 * @param host {@code APPS_HOST}: scheme and host of their own for applications' addresses, as
 *     {@code https://apps.example.com}; empty for the platform's own
 * @param most {@code APPS_MOST}: applications at once on this node
 * @param startWithin time until an application must accept connections; its build is not part of it
 * @param answerWithin time until a request to an application must begin to be answered, and between its parts
 */
@Validated
@ConfigurationProperties("applications")
record ApplicationsProperties(
        @DefaultValue("15") @Min(1) @Max(1440) int idleMinutes,
        @DefaultValue("") String host,
        @DefaultValue("8") @Min(1) @Max(200) int most,
        @DefaultValue("60s") Duration startWithin,
        @DefaultValue("60s") Duration answerWithin) {

    Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }
}
