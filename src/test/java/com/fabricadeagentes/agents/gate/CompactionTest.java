package com.fabricadeagentes.agents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompactionTest {

    @Test
    void a_compilers_errors_remain_once_and_mavens_noise_goes() {
        assertThat(Compaction.of("""
                        Picked up JAVA_TOOL_OPTIONS: -Xmx1g
                        [INFO] Scanning for projects...
                        Downloading from central: https://repo.example/a.pom
                        [INFO] --- compiler:3.15.0:compile (default-compile) @ shop ---
                        [ERROR] /work/src/main/java/shop/Stock.java:[7,9] cannot find symbol
                          symbol:   variable price
                        [INFO] BUILD FAILURE
                        [ERROR] /work/src/main/java/shop/Stock.java:[7,9] cannot find symbol
                        [ERROR]\s
                        [ERROR] -> [Help 1]
                        [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                        """, Optional.empty())).isEqualTo("""
                        [ERROR] src/main/java/shop/Stock.java:[7,9] cannot find symbol
                          symbol:   variable price""");
    }

    @Test
    void failing_tests_speak_for_themselves_without_the_frameworks_frames() {
        var words = """
                shop.StockTest.never_below_zero
                org.opentest4j.AssertionFailedError: expected: <0> but was: <-1>
                	at org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:55)
                	at shop.StockTest.never_below_zero(StockTest.java:12)
                	at java.base/java.lang.reflect.Method.invoke(Method.java:580)
                """;
        var results = new TestResults(9, 1, 0, Set.of(), Set.of(), List.of(words));

        assertThat(Compaction.of("[INFO] nothing of use\n".repeat(100), Optional.of(results)))
                .contains("expected: <0> but was: <-1>", "StockTest.java:12")
                .doesNotContain("AssertionUtils", "reflect", "nothing of use");
    }

    @Test
    void however_much_there_is_only_a_page_of_it_is_told() {
        var output =
                "first 😀\n" + "😀".repeat(200) + "\n" + "noise of one kind or another\n".repeat(10_000) + "last\n";
        assertThat(Compaction.of(output, Optional.empty()))
                .startsWith("first 😀")
                .contains("[…]")
                .endsWith("last")
                .hasSizeLessThan(4_100);
    }
}
