package com.fabricadeagentes.sandbox.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PomsTest {

    private static BuildFiles files(String path, String text) {
        return new BuildFiles(new TreeMap<>(Map.of(path, text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <build><extensions><extension><groupId>a</groupId></extension></extensions></build> | extensions
                    <build><plugins><plugin><extensions>true</extensions></plugin></plugins></build> | extensions
                    <repositories><repository><url>http://10.0.0.1/</url></repository></repositories> | http://10.0.0.1/
                    <pluginRepositories><pluginRepository><url>file:///</url></pluginRepository></pluginRepositories> | file:///
                    <profiles><profile><repositories><repository><url>http://x</url></repository></repositories></profile></profiles> | http://x
                    <modules><module>../../etc</module></modules> | does not stay
                    <modules><module>${dir}</module></modules> | does not stay
                    <parent><relativePath>../../pom.xml</relativePath></parent> | does not stay
                    """)
    void what_would_leave_the_repository_or_the_box_is_refused(String part, String message) {
        assertThatThrownBy(() -> Poms.check(files("module/pom.xml", "<project>" + part + "</project>")))
                .isInstanceOf(PreparationFailed.class)
                .hasMessageContaining("module/pom.xml")
                .hasMessageContaining(message);
    }

    @Test
    void mavens_own_extensions_are_refused() {
        assertThatThrownBy(() -> Poms.check(files(".mvn/extensions.xml", "<extensions/>")))
                .isInstanceOf(PreparationFailed.class);
    }

    @Test
    void central_and_a_parent_in_the_repository_are_fine() {
        var pom = "<project><parent><relativePath>../pom.xml</relativePath></parent><repositories><repository>"
                + "<url>https://repo.maven.apache.org/maven2/</url></repository></repositories></project>";

        assertThatNoException().isThrownBy(() -> Poms.check(files("module/pom.xml", pom)));
    }

    @Test
    void a_file_of_the_machine_cannot_be_drawn_in() {
        var pom = "<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><project><name>&e;</name></project>";

        assertThatThrownBy(() -> Poms.needs("pom.xml", pom)).isInstanceOf(PreparationFailed.class);
    }

    @Test
    void two_poms_that_differ_in_name_and_layout_need_the_same() throws Exception {
        var one = "<project><artifactId>a</artifactId><packaging>jar</packaging></project>";
        var two = "<project>\n <artifactId>b</artifactId>\n <name>B</name>\n <packaging> jar </packaging></project>";

        assertThat(Poms.needs("pom.xml", one))
                .isEqualTo(Poms.needs("pom.xml", two))
                .isNotEqualTo(Poms.needs("pom.xml", one.replace("jar", "war")));
    }
}
