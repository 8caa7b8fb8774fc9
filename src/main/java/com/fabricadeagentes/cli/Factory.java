package com.fabricadeagentes.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./factory}: the platform from a terminal. Exit codes: 0 well, 1 refused or failed, 2 a person is needed. */
@Command(
        name = "factory",
        description = "Stories become tested commits; this is the command line of it.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        version = "Plataforma E 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Factory {

    private static final String STORY = "The story's key, as SHOP-1";

    private final Context context;

    private Factory(Context context) {
        this.context = context;
    }

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        var environment = System.getenv();
        var terminal = Terminal.ofProcess(environment);
        System.exit(run(new Context(terminal, environment), arguments));
    }

    static int run(Context context, String... arguments) {
        var terminal = context.terminal();
        return new CommandLine(new Factory(context))
                .addSubcommand("project", new ProjectCommands(context))
                .addSubcommand("story", new StoryCommands(context))
                .addSubcommand("app", new ApplicationCommands(context))
                .addSubcommand("audit", new AuditCommands(context))
                .addSubcommand("db", new DatabaseCommands(context))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.style() == Style.PLAIN ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.ON))
                .setExecutionExceptionHandler((fault, command, parsed) -> complain(terminal, fault))
                .execute(arguments);
    }

    private static int complain(Terminal terminal, Exception fault) throws Exception {
        if (!(fault instanceof Trouble trouble)) {
            throw fault;
        }
        terminal.complain(Text.line(String.valueOf(trouble.getMessage()), Integer.MAX_VALUE));
        return 1;
    }

    @Command(description = "Sign in; the password is FACTORY_PASSWORD, this machine's own, or asked for")
    void login(
            @Option(names = "--url", description = "Default: FACTORY_URL, else " + SignIn.DEFAULT_URL) @Nullable
                    String url,
            @Option(names = "--email", description = "Default: the administrator") @Nullable String email) {
        new SignIn(context.terminal(), context.environment(), context.credentials()).signIn(url, email);
    }

    @Command(description = "Move a story; READY starts its run")
    void move(
            @Parameters(paramLabel = "STORY", description = STORY) String story,
            @Parameters(paramLabel = "STATUS", description = "BACKLOG, READY, IN_PROGRESS, REVIEW or DONE")
                    String status) {
        var to = Map.of("status", status.toUpperCase(Locale.ROOT));
        var moved = context.session().post("/api/v1/stories/" + Api.part(story) + "/move", to);
        context.terminal()
                .say("%s is %s"
                        .formatted(Text.line(story, 40), moved.path("status").asString("")));
    }

    @Command(description = "Follow a story's run live until it ends or needs you")
    int watch(@Parameters(paramLabel = "STORY", description = STORY) String story) {
        return new Watch(context.session(), context.terminal(), story).follow();
    }

    @Command(description = "Answer the question of a story's run, or say what to do differently")
    void answer(
            @Parameters(paramLabel = "STORY", description = STORY) String story,
            @Parameters(paramLabel = "TEXT") String text) {
        tell(story, "answer", Map.of("text", text));
    }

    @Command(description = "Approve a story's green change; it is merged")
    void approve(@Parameters(paramLabel = "STORY", description = STORY) String story) {
        tell(story, "approve", null);
    }

    @Command(description = "Reject a story's change and say why; the agent works on")
    void reject(
            @Parameters(paramLabel = "STORY", description = STORY) String story,
            @Parameters(paramLabel = "REASON") String reason) {
        tell(story, "reject", Map.of("reason", reason));
    }

    @Command(description = "Cancel a story's run; the story goes back to the backlog")
    void cancel(@Parameters(paramLabel = "STORY", description = STORY) String story) {
        tell(story, "cancel", null);
    }

    @Command(description = "Try a story again from today's main, in a new run")
    void retry(@Parameters(paramLabel = "STORY", description = STORY) String story) {
        tell(story, "retry", null);
    }

    @Command(description = "Show what a story's run changed, as a unified diff")
    void diff(@Parameters(paramLabel = "STORY", description = STORY) String story) {
        var out = context.terminal().out();
        out.print(Text.plain(new StoryRuns(context.session(), story).diff()));
        out.flush();
    }

    @Command(description = "Check this machine: what is needed, what is there, and how to get what is missing")
    int doctor() {
        return Doctor.ofMachine(context).examine();
    }

    private void tell(String story, String verb, @Nullable Object body) {
        var run = new StoryRuns(context.session(), story).post(verb, body);
        var status = run.path("status").asString("");
        context.terminal().say("The run is %s. Follow it: ./factory watch %s".formatted(status, Text.line(story, 40)));
    }
}
