package com.fabricadeagentes.agents.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GreenTest {

    private static TestResults named(Set<String> passed, Set<String> skipped) {
        return new TestResults(passed.size(), 0, skipped.size(), passed, skipped, List.of());
    }

    private static TestResults counted(int passed, int failed, int skipped) {
        return new TestResults(passed, failed, skipped, Set.of(), Set.of(), List.of());
    }

    private static Green judge(TestResults now, TestResults main) {
        return Green.judge(true, Optional.of(now), main);
    }

    @Test
    void all_that_passed_and_more_is_green() {
        var green = judge(named(Set.of("a", "b"), Set.of()), named(Set.of("a"), Set.of()));
        assertThat(green).isEqualTo(new Green(List.of(), List.of()));
    }

    @Test
    void a_test_that_is_gone_is_named() {
        var green = judge(named(Set.of("b", "c"), Set.of()), named(Set.of("a", "b"), Set.of()));
        assertThat(green.problems())
                .containsExactly("Tests that pass on main are gone or no longer pass; bring them back: a.");
    }

    @Test
    void a_skip_that_is_new_is_named_though_another_went() {
        var green = judge(named(Set.of("a", "old"), Set.of("new")), named(Set.of("a"), Set.of("old")));
        assertThat(green.problems()).containsExactly("Tests are newly skipped; run them: new.");
    }

    @Test
    void one_of_two_tests_of_one_name_cannot_vanish_behind_the_other() {
        var before = new Tally();
        before.pass("same");
        before.pass("same");
        var after = new Tally();
        after.pass("same");
        after.pass("other");
        assertThat(judge(after.results(), before.results()).problems())
                .singleElement()
                .asString()
                .contains("same #2");
    }

    @Test
    void no_test_is_not_green() {
        assertThat(judge(counted(0, 0, 3), counted(0, 0, 3)).problems())
                .singleElement()
                .asString()
                .startsWith("No test ran");
    }

    @Test
    void a_failing_test_is_not_green_whatever_the_exit_code() {
        assertThat(judge(counted(5, 1, 0), TestResults.NONE).problems()).containsExactly("1 test fails.");
        assertThat(Green.judge(false, Optional.of(counted(5, 2, 0)), TestResults.NONE)
                        .problems())
                .containsExactly("2 tests fail.");
    }

    @Test
    void a_failing_command_is_not_green_whatever_the_tests() {
        assertThat(Green.judge(false, Optional.of(counted(5, 0, 0)), TestResults.NONE)
                        .ok())
                .isFalse();
        assertThat(Green.judge(false, Optional.empty(), TestResults.NONE).ok()).isFalse();
    }

    @Test
    void what_cannot_be_read_a_person_decides() {
        var unread = Green.judge(true, Optional.empty(), named(Set.of("a"), Set.of()));
        assertThat(unread.ok()).isTrue();
        assertThat(unread.approvals()).hasSize(1);

        var unnamed = judge(counted(2, 0, 0), named(Set.of("a"), Set.of()));
        assertThat(unnamed.ok()).isTrue();
        assertThat(unnamed.approvals()).containsExactly("It could not be read which tests ran, only how many.");
    }

    @Test
    void where_only_counts_are_known_fewer_passes_or_more_skips_are_not_green() {
        assertThat(judge(counted(2, 0, 0), counted(3, 0, 0)).ok()).isFalse();
        assertThat(judge(counted(3, 0, 1), counted(3, 0, 0)).ok()).isFalse();
        assertThat(judge(counted(3, 0, 1), counted(3, 0, 1))).isEqualTo(new Green(List.of(), List.of()));
    }

    @Property
    void nothing_is_green_where_a_test_of_main_is_gone(
            @ForAll @NotEmpty @Size(max = 20) Set<@IntRange(max = 40) Integer> main,
            @ForAll @Size(max = 20) Set<@IntRange(max = 40) Integer> added,
            @ForAll @Size(max = 5) Set<@IntRange(max = 40) Integer> skipped,
            @ForAll int which) {
        var lost = main.stream()
                .skip(Math.floorMod(which, main.size()))
                .findFirst()
                .orElseThrow();
        var now = new HashSet<>(main);
        now.addAll(added);
        now.remove(lost);
        assertThat(judge(named(names(now), names(skipped)), named(names(main), Set.of()))
                        .ok())
                .isFalse();
    }

    @Property
    void green_means_that_every_part_of_the_rule_holds(
            @ForAll boolean exitedWell,
            @ForAll @Size(max = 6) Set<@IntRange(max = 6) Integer> main,
            @ForAll @Size(max = 6) Set<@IntRange(max = 6) Integer> passed,
            @ForAll @Size(max = 2) Set<@IntRange(min = 7, max = 9) Integer> skipped,
            @ForAll @Size(max = 2) Set<@IntRange(min = 7, max = 9) Integer> skippedBefore,
            @ForAll @IntRange(max = 1) int failed) {
        var now = new TestResults(passed.size(), failed, skipped.size(), names(passed), names(skipped), List.of());
        var green = Green.judge(exitedWell, Optional.of(now), named(names(main), names(skippedBefore)));
        assertThat(green.ok())
                .isEqualTo(exitedWell
                        && failed == 0
                        && !passed.isEmpty()
                        && passed.containsAll(main)
                        && skippedBefore.containsAll(skipped));
        assertThat(green.approvals()).isEmpty();
    }

    private static Set<String> names(Set<Integer> numbers) {
        var names = new HashSet<String>();
        numbers.forEach(number -> names.add("test " + number));
        return names;
    }
}
