package com.fabricadeagentes.repositories.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.repositories.RepositoriesProperties;
import com.fabricadeagentes.repositories.founding.Source.Unusable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00:ec2::254",
                "fc00::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001::1",
                "fec0::1"
            })
    void addresses_inside_are_known(String address) throws UnknownHostException {
        assertThat(Addresses.inside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"140.82.112.3", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:50c0:8000::153"})
    void public_addresses_are_not_inside(String address) throws UnknownHostException {
        assertThat(Addresses.inside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void a_name_of_this_machine_is_refused_unless_the_operator_allows_it() throws Unusable {
        assertThatThrownBy(() -> new Addresses(allowing(List.of())).resolve("localhost"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("FACTORY_PRIVATE_REPOSITORY_HOSTS");
        assertThat(new Addresses(allowing(List.of("localhost")))
                        .resolve("localhost")
                        .isLoopbackAddress())
                .isTrue();
    }

    private static RepositoriesProperties allowing(List<String> hosts) {
        return new RepositoriesProperties(
                List.of(), hosts, Duration.ofMinutes(1), DataSize.ofMegabytes(10), DataSize.ofMegabytes(10));
    }
}
