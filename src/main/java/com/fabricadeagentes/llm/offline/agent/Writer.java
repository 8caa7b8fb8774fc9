package com.fabricadeagentes.llm.offline.agent;

import com.fabricadeagentes.llm.offline.app.Documents;
import com.fabricadeagentes.llm.offline.app.JavaApplication;
import com.fabricadeagentes.llm.offline.app.OpenApi;
import com.fabricadeagentes.llm.offline.story.Design;
import com.fabricadeagentes.llm.offline.story.Language;
import com.fabricadeagentes.llm.offline.story.StoryReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The agents that write: look at what is there, write, finish. What was asked for by earlier stories is read from the
 * project's OpenAPI document.
 */
enum Writer {
    CODE {
        @Override
        SortedMap<String, String> files(Design design, Language language) {
            return JavaApplication.code(design);
        }
    },
    TESTS {
        @Override
        SortedMap<String, String> files(Design design, Language language) {
            return JavaApplication.tests(design);
        }
    },
    DOCUMENTS {
        @Override
        SortedMap<String, String> files(Design design, Language language) {
            return Documents.of(design, language);
        }
    };

    private static final int MOST_READS = 50;
    private static final int LINES = 2000;

    abstract SortedMap<String, String> files(Design design, Language language);

    Reply answer(Conversation conversation) {
        var story = conversation.story();
        var language = StoryReader.languageOf(story.title() + " " + story.description());
        var say = new Sentences(language);
        if (!conversation.stack().equals("java")) {
            return new Reply.Refuse(say.otherStack(conversation.stack()));
        }
        if (gaveUp(conversation)) {
            return new Reply.Refuse(say.stillFailing());
        }
        var done = conversation.sinceLastInstruction();
        if (did(done, "write_file")) {
            return Reply.use(say.done(), "finish", Map.of("summary", say.done()));
        }
        var listed = find(done, use -> use.tool().equals("list_files"));
        if (listed.isEmpty()) {
            return Reply.use(say.looking(), "list_files", Map.of("path", ".", "depth", 6));
        }
        var before = Design.EMPTY;
        if (listed.get().output().contains("openapi.json")) {
            var document = new Document(done);
            if (!document.whole()) {
                return Reply.use(
                        say.looking(),
                        "read_file",
                        Map.of("path", OpenApi.PATH, "offset", document.lines() + 1, "limit", LINES));
            }
            var read = document.design();
            if (read.isEmpty()) {
                return new Reply.Refuse(say.foreignProject());
            }
            before = read.get();
        }
        var reading = StoryReader.read(story, before);
        if (!reading.understood()) {
            return new Reply.Refuse(say.outOfReach(reading));
        }
        var files = new TreeMap<>(files(reading.design(), reading.language()));
        if (this == CODE && !conversation.lastIs("task")) {
            files.putAll(JavaApplication.tests(reading.design()));
            files.putAll(Documents.of(reading.design(), reading.language()));
        }
        return Reply.write(say.writing(files.size()), files);
    }

    /** The same files come out whenever they are written again, so that once is enough. */
    private static boolean gaveUp(Conversation conversation) {
        return conversation.lastIs("gate") && conversation.texts("gate").size() > 1
                || conversation.lastIs("review") && conversation.texts("review").size() > 1;
    }

    private static boolean did(List<Conversation.Used> done, String tool) {
        return find(done, use -> use.tool().equals(tool)).isPresent();
    }

    private static Optional<Conversation.Used> find(List<Conversation.Used> done, Predicate<Conversation.Used> test) {
        return done.stream().filter(test).findFirst();
    }

    /** The project's OpenAPI document, as far as it has been read. */
    private record Document(List<Conversation.Used> done) {

        private List<Conversation.Used> reads() {
            return done.stream().filter(use -> use.tool().equals("read_file")).toList();
        }

        private String text() {
            var text = new StringBuilder();
            for (var read : reads()) {
                read.output()
                        .lines()
                        .forEach(line -> text.append(Lines.withoutNumber(line)).append('\n'));
            }
            return text.toString();
        }

        int lines() {
            return (int) text().lines().count();
        }

        boolean whole() {
            var reads = reads();
            return !reads.isEmpty()
                    && (design().isPresent()
                            || reads.getLast().error()
                            || reads.size() > MOST_READS
                            || reads.getLast().output().lines().count() < 10);
        }

        Optional<Design> design() {
            var sides = Lines.sidesOfConflict(text());
            var designs =
                    sides.stream().map(OpenApi::read).flatMap(Optional::stream).toList();
            return designs.size() < sides.size()
                    ? Optional.empty()
                    : designs.stream().reduce(Design::and);
        }
    }
}
