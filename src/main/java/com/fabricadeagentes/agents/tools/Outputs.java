package com.fabricadeagentes.agents.tools;

import com.fabricadeagentes.kernel.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Long outputs, kept whole beside the repository under names that look like paths in it. */
public final class Outputs {

    static final String PREFIX = ".factory/outputs/";

    private Outputs() {}

    /** Takes a command's output over. @return the name a model can read it by */
    public static String keep(Workbench bench, Path output) throws IOException {
        var name = Ids.next().toString().substring(24) + ".txt";
        Files.createDirectories(bench.outputs());
        Files.move(output, bench.outputs().resolve(name));
        return PREFIX + name;
    }

    static Path of(Workbench bench, String name) throws BadInput {
        var file = bench.outputs().resolve(name.substring(PREFIX.length())).normalize();
        if (!bench.outputs().equals(file.getParent())) {
            throw new BadInput("There is no output " + name + ".");
        }
        return file;
    }
}
