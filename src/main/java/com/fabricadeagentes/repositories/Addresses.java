package com.fabricadeagentes.repositories;

import com.fabricadeagentes.kernel.Installation;
import com.fabricadeagentes.kernel.Installation.Environment;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Decides where repositories may be cloned from: https, ssh, and local paths the operator allows. */
@Component
class Addresses {

    private static final Pattern SCP_LIKE = Pattern.compile("^([a-zA-Z0-9_.-]+)@([a-zA-Z0-9_.-]+):([^:].*)$");
    private static final Pattern CREDENTIALS = Pattern.compile("(https?|ssh)://[^/@\\s]+@");

    private final RepositoriesProperties properties;
    private final Installation installation;

    Addresses(RepositoriesProperties properties, Installation installation) {
        this.properties = properties;
        this.installation = installation;
    }

    /** An address that may not be cloned from; the message says why and what may. */
    static final class Refused extends Exception {
        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** @param environment pins the host to the address that was judged, so that no second look-up gives another */
    record Source(String address, Map<String, String> environment) {}

    Source allowed(String url) throws Refused {
        if (url.startsWith("/")) {
            return new Source(local(url), Map.of());
        }
        var scp = SCP_LIKE.matcher(url);
        var uri = parsed(scp.matches() ? "ssh://" + scp.group(1) + "@" + scp.group(2) + "/" + scp.group(3) : url);
        var host = uri.getHost();
        if (!Set.of("https", "ssh").contains(String.valueOf(uri.getScheme())) || host == null || host.startsWith("-")) {
            throw new Refused("The repository's address must be https://…, ssh://… or an allowed local path.");
        }
        var address = resolved(host);
        int port = uri.getPort() > 0 ? uri.getPort() : 443;
        return uri.getScheme().equals("https")
                ? new Source(url, pinned(host, port, address))
                : new Source(url, Map.of("GIT_SSH_COMMAND", "ssh -oBatchMode=yes -oStrictHostKeyChecking=accept-new"));
    }

    /** Redirects could lead elsewhere, so none is followed. */
    private static Map<String, String> pinned(String host, int port, InetAddress address) {
        var literal = address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
        return Map.of(
                "GIT_CONFIG_COUNT", "2",
                "GIT_CONFIG_KEY_0", "http.curloptResolve",
                "GIT_CONFIG_VALUE_0", host + ":" + port + ":" + literal,
                "GIT_CONFIG_KEY_1", "http.followRedirects",
                "GIT_CONFIG_VALUE_1", "false");
    }

    private InetAddress resolved(String host) throws Refused {
        try {
            var all = InetAddress.getAllByName(host);
            if (!properties.allowPrivateHosts().contains(host)
                    && Arrays.stream(all).anyMatch(Addresses::isPrivate)) {
                throw new Refused("The host " + host + " has a private or local address. An operator can allow it by"
                        + " FACTORY_PRIVATE_REPOSITORY_HOSTS.");
            }
            return all[0];
        } catch (UnknownHostException unknown) {
            throw new Refused("The host " + host + " is not known.");
        }
    }

    private static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrier;
    }

    private String local(String path) throws Refused {
        try {
            var real = Path.of(path).toRealPath();
            if (real.startsWith(installation.home()) || real.startsWith(installation.work())) {
                throw new Refused("The platform's own directories cannot be cloned from.");
            }
            for (var root : roots()) {
                if (real.startsWith(Path.of(root).toRealPath())) {
                    return real.toString();
                }
            }
        } catch (IOException missing) {
            throw new Refused("There is no repository at that path, or it may not be read.");
        }
        throw new Refused("Repositories cannot be cloned from that path. An operator can allow it by"
                + " FACTORY_LOCAL_REPOSITORIES.");
    }

    private List<String> roots() {
        var configured = properties.local();
        if (configured != null && !configured.isEmpty()) {
            return configured;
        }
        return installation.env() == Environment.DEVELOPMENT ? List.of("/") : List.of();
    }

    private static URI parsed(String url) throws Refused {
        try {
            return new URI(url);
        } catch (URISyntaxException broken) {
            throw new Refused("The repository's address cannot be read.");
        }
    }

    static String withoutCredentials(String text) {
        return CREDENTIALS.matcher(text).replaceAll("$1://");
    }
}
