package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.sandbox.Box;
import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import com.fabricadeagentes.sandbox.Finished;
import com.fabricadeagentes.sandbox.Finished.Limit;
import com.fabricadeagentes.sandbox.SandboxFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Running commands in the box and showing what they print. */
public final class Commands {

    private static final int SHOWN = 8_000;
    private static final int HEAD = 2_000;

    /** Control sequences of terminals (ECMA-48) and other control characters but tab and newline. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001B\\[[0-?]*[ -/]*[@-~]|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)|\u001B.|[\\p{Cntrl}\u0080-\u009F&&[^\t\n]]");

    private Commands() {}

    public static Finished run(Workbench bench, String command, Duration wall)
            throws PreparationFailed, SandboxFault, InterruptedException {
        var box = bench.boxes().box();
        var limited = new Box(
                box.workspace(), box.mounts(), box.environment(), box.limits().withWall(wall), box.socketDirectory());
        return bench.sandbox().run(limited, command);
    }

    /** The whole output as text that cannot steer a terminal. */
    public static String text(Finished finished) throws IOException {
        return text(finished.output());
    }

    static String text(Path output) throws IOException {
        return ESCAPES.matcher(new String(Files.readAllBytes(output), StandardCharsets.UTF_8))
                .replaceAll("");
    }

    /** Head and tail where it is long; the whole is then kept for read_file, else it is deleted. */
    public static String show(Workbench bench, Finished finished) throws IOException {
        var text = text(finished);
        if (text.length() <= SHOWN) {
            Files.deleteIfExists(finished.output());
            return text;
        }
        var name = Outputs.keep(bench, finished.output());
        return Excerpt.head(text, HEAD)
                + "\n[… " + (text.length() - SHOWN) + " characters left out; the whole is in " + name + " …]\n"
                + Excerpt.tail(text, SHOWN - HEAD);
    }

    /** What a limit means, for whoever reads the output. */
    public static String words(Limit limit) {
        return switch (limit) {
            case WALL_TIME -> "Stopped: it took longer than it may.";
            case MEMORY -> "Stopped: it used more memory than it may.";
            case PROCESSES -> "Stopped: it started more processes than it may.";
            case DISK -> "Stopped: it wrote more to the disk than it may.";
            case FILE_SIZE -> "Stopped: it wrote a larger file than it may.";
            case CANCELLED -> "Stopped: the run was cancelled.";
        };
    }
}
