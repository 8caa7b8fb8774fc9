package com.fabricadeagentes.llm.offline.review;

import com.fabricadeagentes.llm.offline.app.RuleTest;
import com.fabricadeagentes.llm.offline.story.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules of a story for which the diff adds no test of that name. A story not understood has none to look for. */
public final class MissingTests {

    private static final Pattern TEST = Pattern.compile("\\bvoid (\\w+)\\(\\)");

    private MissingTests() {}

    public static List<Finding> find(Design wanted, Diff diff) {
        var tests = diff.added().stream()
                .filter(Diff.Added::inTest)
                .flatMap(added -> TEST.matcher(added.text()).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        var missing = new ArrayList<Finding>();
        for (var resource : wanted.resources()) {
            for (var field : resource.fields()) {
                for (var rule : field.rules()) {
                    var name = RuleTest.nameOf(field, rule);
                    if (!tests.contains(name)) {
                        missing.add(new Finding(
                                "major",
                                "src/test/java",
                                1,
                                "No test shows that " + name.replace('_', ' ') + " (" + resource.many() + ")."));
                    }
                }
            }
        }
        if (wanted.login().isPresent() && !tests.contains("a_wrong_password_is_401")) {
            missing.add(new Finding("major", "src/test/java", 1, "No test shows that a wrong password is 401."));
        }
        return missing;
    }
}
