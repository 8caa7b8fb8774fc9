package com.fabricadeagentes.repositories.founding;

import com.fabricadeagentes.repositories.RepositoriesProperties;
import com.fabricadeagentes.repositories.founding.Source.Unusable;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Resolves a host once and refuses addresses inside: the platform must not be a way into its operator's network. git is
 * then told the address that was looked at, so that a second answer of the name's server changes nothing.
 */
@Component
class Addresses {

    private final Set<String> allowed;

    Addresses(RepositoriesProperties properties) {
        this.allowed = Set.copyOf(properties.allowPrivateHosts());
    }

    InetAddress resolve(String host) throws Unusable {
        List<InetAddress> found;
        try {
            found = Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            throw new Unusable("The host " + host + " is not known.");
        }
        if (!allowed.contains(host) && found.stream().anyMatch(Addresses::inside)) {
            throw new Unusable("The host " + host + " has a private address; an operator can allow it with"
                    + " FACTORY_PRIVATE_REPOSITORY_HOSTS.");
        }
        return found.stream().filter(Inet4Address.class::isInstance).findFirst().orElse(found.getFirst());
    }

    /** Everything that is not plainly a public address. */
    static boolean inside(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address ? inside4(address.getAddress()) : inside6(address.getAddress()));
    }

    private static boolean inside4(byte[] octets) {
        int first = octets[0] & 0xff;
        int second = octets[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128) // carriers' own, RFC 6598
                || (first == 192 && second == 0 && octets[2] == 0) // protocol assignments, RFC 6890
                || (first == 198 && (second == 18 || second == 19)); // benchmarks, RFC 2544
    }

    /** Only global unicast (2000::/3), without the ranges that carry an IPv4 address inside. */
    private static boolean inside6(byte[] octets) {
        int head = (octets[0] & 0xff) << 8 | (octets[1] & 0xff);
        boolean teredo = head == 0x2001 && octets[2] == 0 && octets[3] == 0;
        boolean sixToFour = head == 0x2002;
        return (octets[0] & 0xe0) != 0x20 || teredo || sixToFour;
    }
}
