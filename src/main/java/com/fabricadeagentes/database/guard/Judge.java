package com.fabricadeagentes.database.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.jsqlparser.parser.CCJSqlParserConstants;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statement;

/** From a statement's text to its verdict. */
final class Judge {

    private final Set<String> tenantTables;
    private final Pattern names;

    Judge(Set<String> tenantTables) {
        this.tenantTables = tenantTables.stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        // U&"\0073tory" spells an identifier that a search for words would miss
        String words =
                this.tenantTables.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b"));
        this.names = Pattern.compile(words + "|\\bu&\"", Pattern.CASE_INSENSITIVE);
    }

    Verdict judge(String sql) {
        var named = names.matcher(sql);
        if (tenantTables.isEmpty() || !named.find()) {
            return new Verdict.Free();
        }
        var statement = parse(sql);
        if (statement.isEmpty()) {
            return new Verdict.Refused(
                    "it names " + named.group().toLowerCase(Locale.ROOT) + " and can't be read as one statement");
        }
        var judge = new StatementJudge(tenantTables);
        try {
            judge.judge(statement.get(), null, Ctes.NONE);
            var ties = List.copyOf(Set.copyOf(judge.ties()));
            return ties.isEmpty()
                    ? new Verdict.Free()
                    : new Verdict.Bound(named.group().toLowerCase(Locale.ROOT), ties);
        } catch (Untied untied) {
            return new Verdict.Refused(untied.reason());
        }
    }

    /** The plain grammar first: the one for deeply nested expressions is slower by far. */
    private static Optional<Statement> parse(String sql) {
        return parse(sql, false).or(() -> parse(sql, true));
    }

    private static Optional<Statement> parse(String sql, boolean complex) {
        try {
            var parser = CCJSqlParserUtil.newParser(sql).withAllowComplexParsing(complex);
            var statement = Optional.ofNullable(parser.Statement());
            // the parser stops at a semicolon and would leave a second statement unread
            return parser.getNextToken().kind == CCJSqlParserConstants.EOF ? statement : Optional.empty();
        } catch (ParseException | TokenMgrException _) {
            return Optional.empty();
        }
    }
}
