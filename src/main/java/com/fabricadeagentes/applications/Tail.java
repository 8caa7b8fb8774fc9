package com.fabricadeagentes.applications;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of what an application printed. */
final class Tail {

    private static final int MOST = 64 * 1024;
    private static final int FEW = 4 * 1024;

    private Tail() {}

    /** Enough to see why it failed. */
    static String lines(Path file) {
        return read(file, FEW);
    }

    static String log(Path file) {
        return read(file, MOST);
    }

    private static String read(Path file, int most) {
        if (!Files.exists(file)) {
            return "";
        }
        try (var channel = FileChannel.open(file)) {
            var from = Math.max(0, channel.size() - most);
            var bytes = ByteBuffer.allocate(most);
            channel.read(bytes, from);
            var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
