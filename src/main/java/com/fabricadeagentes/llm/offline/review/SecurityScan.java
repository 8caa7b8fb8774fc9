package com.fabricadeagentes.llm.offline.review;

import java.util.List;
import java.util.regex.Pattern;

/** Secrets and dangerous calls in the lines a diff adds. */
public final class SecurityScan {

    private static final List<Check> CHECKS = List.of(
            check("critical", true, "a private key", "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
            check(
                    "critical",
                    true,
                    "an access key",
                    "\\b(?:AKIA[0-9A-Z]{16}|sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{30,}|xox[abpr]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{35})"),
            check(
                    "critical",
                    false,
                    "a secret written into the code",
                    "(?i)\\b\\w*(?:password|passwd|senha|secret|api_?key|token)\\w*\\s*[=:]\\s*[\"'][^\"'\\s]{4,}[\"']"),
            check(
                    "major",
                    false,
                    "a process is started",
                    "\\bRuntime\\.getRuntime\\(\\)|\\bnew ProcessBuilder\\b|\\bchild_process\\b|\\bos\\.(?:system|popen)\\(|shell\\s*=\\s*True"),
            check(
                    "major",
                    false,
                    "code is made from text",
                    "(?<![.\\w])(?:eval|exec)\\(|\\bnew Function\\(|\\bScriptEngine\\b"),
            check("major", false, "access rules are switched off", "\\bsetAccessible\\(true\\)"),
            check(
                    "major",
                    false,
                    "objects are read from untrusted bytes",
                    "\\bObjectInputStream\\b|\\bpickle\\.loads?\\(|\\byaml\\.load\\((?!.*SafeLoader)"),
            check(
                    "critical",
                    false,
                    "certificates are not checked",
                    "\\bX509TrustManager\\b|rejectUnauthorized\\s*:\\s*false|verify\\s*=\\s*False|NODE_TLS_REJECT_UNAUTHORIZED|ALLOW_ALL_HOSTNAME"),
            check(
                    "major",
                    false,
                    "SQL is put together from text",
                    "(?i)\"\\s*(?:select|insert into|update|delete from)\\b[^\"]*\"\\s*\\+|\\bf\"(?:select|insert|update|delete) [^\"]*\\{|`(?:select|insert|update|delete) [^`]*\\$\\{"));

    private SecurityScan() {}

    /** @param everywhere whether tests must not hold it either */
    private record Check(String severity, boolean everywhere, String what, Pattern pattern) {}

    public static List<Finding> find(Diff diff) {
        return diff.added().stream()
                .flatMap(added -> CHECKS.stream()
                        .filter(check -> check.everywhere() || !added.inTest())
                        .filter(check -> check.pattern().matcher(added.text()).find())
                        .map(check -> new Finding(
                                check.severity(), added.file(), added.line(), "Here " + check.what() + ".")))
                .toList();
    }

    private static Check check(String severity, boolean everywhere, String what, String pattern) {
        return new Check(severity, everywhere, what, Pattern.compile(pattern));
    }
}
