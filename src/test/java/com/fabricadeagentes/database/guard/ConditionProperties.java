package com.fabricadeagentes.database.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConditionProperties {

    private static final int ATOMS = 4;

    sealed interface Condition {

        record Atom(int number) implements Condition {}

        record Not(Condition inner) implements Condition {}

        record And(Condition left, Condition right) implements Condition {}

        record Or(Condition left, Condition right) implements Condition {}

        /** Atom 0 is the tie; the others say nothing of the tenant. */
        default String sql() {
            return switch (this) {
                case Atom(int number) -> number == 0 ? "tenant_id = ?" : "column" + number + " = ?";
                case Not(Condition inner) -> "not (" + inner.sql() + ")";
                case And(Condition left, Condition right) -> "(" + left.sql() + " and " + right.sql() + ")";
                case Or(Condition left, Condition right) -> "(" + left.sql() + " or " + right.sql() + ")";
            };
        }

        default boolean holds(int atoms) {
            return switch (this) {
                case Atom(int number) -> (atoms >> number & 1) == 1;
                case Not(Condition inner) -> !inner.holds(atoms);
                case And(Condition left, Condition right) -> left.holds(atoms) && right.holds(atoms);
                case Or(Condition left, Condition right) -> left.holds(atoms) || right.holds(atoms);
            };
        }

        default boolean needsTie() {
            for (int atoms = 0; atoms < 1 << ATOMS; atoms += 2) {
                if (holds(atoms)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Property(tries = 500)
    void a_condition_is_accepted_only_if_no_row_meets_it_without_the_tie(@ForAll("conditions") Condition condition) {
        var verdict = new Judge(Set.of("story")).judge("select * from story where " + condition.sql());
        if (!condition.needsTie()) {
            assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Property(tries = 100)
    void a_tie_joined_by_and_is_always_accepted(@ForAll("conditions") Condition condition) {
        var tied = new Condition.And(condition, new Condition.Atom(0));
        assertThat(new Judge(Set.of("story")).judge("select * from story where " + tied.sql()))
                .isInstanceOf(Verdict.Bound.class);
    }

    @Provide
    Arbitrary<Condition> conditions() {
        return tree(3);
    }

    private static Arbitrary<Condition> tree(int depth) {
        Arbitrary<Condition> atom = Arbitraries.integers().between(0, ATOMS - 1).map(Condition.Atom::new);
        if (depth == 0) {
            return atom;
        }
        var inner = tree(depth - 1);
        return Arbitraries.oneOf(
                atom,
                inner.map(Condition.Not::new),
                Combinators.combine(inner, inner).as(Condition.And::new),
                Combinators.combine(inner, inner).as(Condition.Or::new));
    }
}
