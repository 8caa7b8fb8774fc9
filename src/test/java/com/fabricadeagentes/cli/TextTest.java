package com.fabricadeagentes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void a_terminals_escapes_do_not_get_through() {
        assertThat(Text.plain("red \u001b[31mtext\u001b]0;title\u0007\u009b2J")).isEqualTo("red [31mtext]0;title2J");
    }

    @Test
    void what_turns_the_direction_of_writing_does_not_get_through() {
        assertThat(Text.plain("rm \u202e/tmp\u2066")).isEqualTo("rm /tmp");
    }

    @Test
    void a_carriage_return_cannot_overwrite_the_line() {
        assertThat(Text.plain("failed\rok\n\tnext")).isEqualTo("failedok\n\tnext");
    }

    @Test
    void half_a_character_is_left_out() {
        assertThat(Text.plain("a\ud83dz 😀")).isEqualTo("az 😀");
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        assertThat(Text.line("one\ntwo", 20)).isEqualTo("one two");
        assertThat(Text.line("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }

    @Test
    void time_is_shown_as_a_clock_does() {
        assertThat(Text.clock(Duration.ofSeconds(65))).isEqualTo("1:05");
        assertThat(Text.clock(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
    }
}
