package com.fabricadeagentes.llm.offline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A field of a resource.
 *
 * @param label its words as the story has them: letters, digits, spaces and hyphens only
 * @param name its name in JSON: ASCII snake case, unique in its resource, never {@code id}
 * @param rules one per slot at most, in the order of the slots
 */
public record Field(String label, String name, FieldType type, List<Rule> rules) {

    public Field {
        rules = rules.stream().sorted(Comparator.comparing(Rule::slot)).toList();
    }

    /** With the rule, which takes the place of what its slot held. */
    public Field with(Rule rule) {
        var changed = new ArrayList<>(without(rule.slot()).rules);
        changed.add(rule);
        return new Field(label, name, type, changed);
    }

    public Field without(Rule.Slot slot) {
        return new Field(
                label,
                name,
                type,
                rules.stream().filter(rule -> rule.slot() != slot).toList());
    }

    public Field as(FieldType other) {
        return new Field(
                label,
                name,
                other,
                rules.stream().filter(rule -> rule.fits(other)).toList());
    }

    public boolean has(Rule.Slot slot) {
        return rule(slot).isPresent();
    }

    public Optional<Rule> rule(Rule.Slot slot) {
        return rules.stream().filter(rule -> rule.slot() == slot).findFirst();
    }
}
