package com.fabricadeagentes.repositories.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.repositories.founding.Source.Unusable;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    @Test
    void https_ssh_and_paths_are_understood() throws Unusable {
        assertThat(Source.parse("https://GitHub.com/ana/shop.git"))
                .isEqualTo(new Source.Https("github.com", 443, "/ana/shop.git", Optional.empty()));
        assertThat(Source.parse("ssh://git@example.org:2222/~ana/shop"))
                .isEqualTo(new Source.Ssh(Optional.of("git"), "example.org", 2222, "/~ana/shop"));
        assertThat(Source.parse("git@github.com:ana/shop.git"))
                .isEqualTo(new Source.Ssh(Optional.of("git"), "github.com", 22, "/ana/shop.git"));
        assertThat(Source.parse("/srv/../srv/shop")).isEqualTo(new Source.Local(Path.of("/srv/shop")));
    }

    @Test
    void credentials_are_kept_apart_from_the_address() throws Unusable {
        var source = (Source.Https) Source.parse("https://ana:s3cret%40+x@example.org:8443/shop.git");

        assertThat(source.url()).isEqualTo("https://example.org:8443/shop.git");
        assertThat(source.credentials()).contains("ana:s3cret@+x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext::sh -c touch% /tmp/x",
                "file:///etc",
                "http://example.org/shop.git",
                "git://example.org/shop.git",
                "--upload-pack=touch /tmp/x",
                "-oProxyCommand=x",
                "ssh://-oProxyCommand=x/shop",
                "ssh://ana:s3cret@example.org/shop",
                "ssh://-l@example.org/shop",
                "git@-oProxyCommand=x:shop",
                "https://example.org",
                "https://example.org/-x",
                "https://example.org/a b",
                "https://example.org/shop?x=s3cret",
                "https://example.org/shop#s3cret",
                "https://example.org:0/shop",
                "https://example.org:99999/shop",
                "https://0177.0.0.1/shop",
                "https://2130706433/shop",
                "https://0x7f.1/shop",
                "https://127.1/shop",
                "https://[::1]/shop",
                "https:///shop",
                "relative/path",
                "",
                "https://s3cret:\u0000@example.org/shop"
            })
    void nothing_else_is(String url) {
        assertThatThrownBy(() -> Source.parse(url))
                .isInstanceOf(Unusable.class)
                .message()
                .doesNotContain("s3cret");
    }
}
