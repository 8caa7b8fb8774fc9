package com.fabricadeagentes.sandbox;

import com.fabricadeagentes.sandbox.SandboxProperties.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The sandbox that serves: the one that was asked for, or the first that works. Where none does, every command is
 * refused with what would help; nothing is ever run outside of a box unless the operator said {@code unsafe}.
 */
@Primary
@Component
class ChosenSandbox implements Sandbox {

    private static final Logger LOG = LoggerFactory.getLogger(ChosenSandbox.class);
    private static final List<String> AUTOMATIC = List.of("bubblewrap", "docker");

    private final List<Sandbox> all;
    private final Mode mode;
    private final Supplier<Choice> choice = SingletonSupplier.of(this::choose);

    ChosenSandbox(List<Sandbox> all, SandboxProperties properties) {
        this.all = all;
        this.mode = properties.mode();
    }

    private record Choice(Optional<Sandbox> sandbox, String detail) {}

    private Choice choose() {
        var tried = new ArrayList<String>();
        for (var name : mode == Mode.AUTO ? AUTOMATIC : List.of(mode.name().toLowerCase(Locale.ROOT))) {
            for (var sandbox : all) {
                if (sandbox.name().equals(name)) {
                    var probe = sandbox.probe();
                    if (probe.works()) {
                        LOG.info("Generated code runs in: {}", probe.detail());
                        return new Choice(Optional.of(sandbox), probe.detail());
                    }
                    tried.add(probe.detail());
                }
            }
        }
        var detail = "Generated code cannot be run safely on this machine, so it is not run. Tried: "
                + String.join("; ", tried) + ". On Debian: apt-get install bubblewrap";
        LOG.warn(detail);
        return new Choice(Optional.empty(), detail);
    }

    @Override
    public String name() {
        return choice.get().sandbox().map(Sandbox::name).orElse("none");
    }

    @Override
    public Probe probe() {
        return new Probe(choice.get().sandbox().isPresent(), choice.get().detail());
    }

    @Override
    public Finished run(Box box, String script) throws SandboxFault, InterruptedException {
        return serving().run(box, script);
    }

    @Override
    public Running start(Box box, String script) throws SandboxFault {
        return serving().start(box, script);
    }

    private Sandbox serving() throws SandboxFault {
        var chosen = choice.get();
        return chosen.sandbox().orElseThrow(() -> new SandboxFault(chosen.detail(), null));
    }
}
