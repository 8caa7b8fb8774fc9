package com.fabricadeagentes.applications;

import com.fabricadeagentes.agile.Board.Project;
import com.fabricadeagentes.agile.ProjectId;
import com.fabricadeagentes.kernel.Ids;
import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.kernel.TenantId;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The applications of this node. None outlives it: what it knew is forgotten with it, and so they begin as stopped. */
@Component
class Applications {

    private static final int SECRET_BYTES = 20;

    private final Map<Owner, Application> known = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Launch launch;
    private final ApplicationsProperties properties;
    private final Installation installation;
    private final Clock clock;

    private record Owner(TenantId tenant, ProjectId project) {}

    Applications(Launch launch, ApplicationsProperties properties, Installation installation, Clock clock) {
        this.launch = launch;
        this.properties = properties;
        this.installation = installation;
        this.clock = clock;
    }

    /** Begins to start it in the background; one that is up already is left as it is. */
    synchronized Application start(Project project, String commit) {
        var owner = new Owner(Scope.tenantId(), project.id());
        var last = known.get(owner);
        if (last != null && last.isUp()) {
            return last;
        }
        if (known.values().stream().filter(Application::isUp).count() >= properties.most()) {
            throw new Refusal.Conflict(
                            "too_many_applications",
                            "%d applications run on this server already; stop one of them first."
                                    .formatted(properties.most()))
                    .refused();
        }
        if (last != null) {
            launch.clear(last);
        }
        var application = new Application(
                owner.tenant(),
                project.id(),
                project.key(),
                secret(),
                commit,
                installation.workDirectory("applications").resolve(Ids.next().toString()),
                clock.instant());
        known.put(owner, application);
        var scope = Scope.ofPlatform(owner.tenant(), "application");
        Thread.ofVirtual()
                .name("application-" + project.key())
                .start(() -> scope.run(() -> launch.launch(application)));
        return application;
    }

    synchronized Optional<Application> find(ProjectId project) {
        return Optional.ofNullable(known.get(new Owner(Scope.tenantId(), project)));
    }

    /** The application that runs at {@code KEY~secret}. */
    synchronized Optional<Application> at(String address) {
        return known.values().stream()
                .filter(application -> application.status() == Application.Status.RUNNING)
                .filter(application -> same(address, application.projectKey + "~" + application.secret))
                .findFirst();
    }

    void used(Application application) {
        application.used(clock.instant());
    }

    /** Stops what nobody called for {@code APP_IDLE_MINUTES}. */
    void stopIdle() {
        var latest = clock.instant().minus(properties.idle());
        for (var application : all()) {
            if (application.status() == Application.Status.RUNNING
                    && !application.lastUse().isAfter(latest)) {
                application.stop();
            }
        }
    }

    @PreDestroy
    void stopAll() {
        all().forEach(application -> {
            application.stop();
            launch.clear(application);
        });
    }

    private synchronized Iterable<Application> all() {
        return java.util.List.copyOf(known.values());
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** In constant time. */
    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
