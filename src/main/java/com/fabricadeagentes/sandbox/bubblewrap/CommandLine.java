package com.fabricadeagentes.sandbox.bubblewrap;

import com.fabricadeagentes.kernel.SandboxUser;
import com.fabricadeagentes.sandbox.Box;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The argument vector of a box (bwrap(1), prlimit(1), setpriv(1)). The order matters: what is mounted later lies over
 * what is mounted earlier, and privileges are dropped before bubblewrap starts.
 */
final class CommandLine {

    private static final long SHARED_MEMORY = 64L * 1024 * 1024;
    private static final long TEMPORARY = 256L * 1024 * 1024;

    /** Configuration that toolchains under {@code /usr} read; nothing secret lies there. */
    private static final List<String> ETC =
            List.of("/etc/alternatives", "/etc/ld.so.cache", "/etc/maven", "/etc/python3");

    private final Path etc;

    /** @param etc a directory with the box's own passwd, group, hosts and nsswitch.conf */
    CommandLine(Path etc) {
        this.etc = etc;
    }

    /** @param accounted whether control groups limit memory and processes */
    List<String> of(Box box, String script, boolean accounted) {
        var line = new ArrayList<String>();
        line.addAll(List.of("prlimit", "--core=0", "--fsize=" + box.limits().fileSize()));
        if (!accounted) {
            line.add("--nproc=" + box.limits().processes());
            line.add("--data=" + box.limits().memory());
        }
        line.add("--");
        if (SandboxUser.isRoot()) {
            var id = String.valueOf(SandboxUser.UID);
            line.addAll(List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups", "--no-new-privs"));
        }
        line.add("bwrap");
        line.addAll(
                List.of("--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session"));
        line.addAll(List.of(
                "--cap-drop", "ALL", "--clearenv", "--hostname", "sandbox", "--uid", "65534", "--gid", "65534"));
        files(line);
        mount(line, box);
        environment(box).forEach((name, value) -> line.addAll(List.of("--setenv", name, value)));
        line.addAll(List.of("--remount-ro", "/", "--", "/bin/bash", "-c", script));
        return line;
    }

    private void files(List<String> line) {
        line.addAll(List.of("--ro-bind", "/usr", "/usr"));
        for (var name : List.of("bin", "sbin", "lib", "lib64")) {
            line.addAll(List.of("--symlink", "usr/" + name, "/" + name));
        }
        for (var path : ETC) {
            line.addAll(List.of("--ro-bind-try", path, path));
        }
        for (var java : javaConfigurations()) {
            line.addAll(List.of("--ro-bind", java, java));
        }
        for (var name : List.of("passwd", "group", "hosts", "nsswitch.conf")) {
            line.addAll(List.of("--ro-bind", etc.resolve(name).toString(), "/etc/" + name));
        }
        line.addAll(List.of("--proc", "/proc", "--ro-bind", "/proc/sys", "/proc/sys", "--dev", "/dev"));
        line.addAll(List.of("--size", String.valueOf(SHARED_MEMORY), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"));
        line.addAll(
                List.of("--perms", "1777", "--size", String.valueOf(TEMPORARY), "--tmpfs", "/tmp", "--dir", "/home/u"));
        line.addAll(List.of("--size", String.valueOf(TEMPORARY), "--tmpfs", "/home/u"));
    }

    /** Debian keeps each JDK's configuration in {@code /etc/java-<n>-openjdk}. */
    private static List<String> javaConfigurations() {
        var found = new ArrayList<String>();
        try (var javas = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
            javas.forEach(java -> found.add(java.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read /etc", unreadable);
        }
        return found;
    }

    private static void mount(List<String> line, Box box) {
        line.addAll(List.of("--bind", box.workspace().toString(), "/work", "--chdir", "/work"));
        for (var mount : box.mounts()) {
            line.addAll(List.of("--ro-bind", mount.source().toString(), mount.target()));
        }
        if (box.socketDirectory() != null) {
            line.addAll(List.of("--bind", box.socketDirectory().toString(), "/sock"));
        }
    }

    private static Map<String, String> environment(Box box) {
        var environment = new TreeMap<String, String>();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", "/home/u");
        environment.put("LANG", "C.UTF-8");
        environment.put("TERM", "dumb");
        environment.put("CI", "true");
        environment.putAll(box.environment());
        return environment;
    }
}
