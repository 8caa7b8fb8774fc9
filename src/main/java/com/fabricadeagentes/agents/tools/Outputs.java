package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.kernel.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Long outputs, kept whole beside the repository under names that look like paths in it. */
public final class Outputs {

    static final String PREFIX = ".factory/outputs/";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{12}\\.txt");

    private Outputs() {}

    /** Takes a command's output over. @return the name a model can read it by */
    public static String keep(Workbench bench, Path output) throws IOException {
        var name = Ids.next().toString().substring(24) + ".txt";
        Files.createDirectories(bench.outputs());
        Files.move(output, bench.outputs().resolve(name));
        return PREFIX + name;
    }

    static Path of(Workbench bench, String name) throws BadInput {
        var file = name.substring(PREFIX.length());
        if (!NAME.matcher(file).matches()) {
            throw new BadInput("There is no output " + Excerpt.begin(name, 100) + ".");
        }
        return bench.outputs().resolve(file);
    }
}
