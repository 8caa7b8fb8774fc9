package com.fabricadeagentes.llm.offline.app;

import com.fabricadeagentes.llm.offline.story.Design;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The Java application of a design, as files by their paths. The same design gives the same bytes. */
public final class JavaApplication {

    private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false);
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
    private static final String MAIN = "src/main/java/app/";
    private static final String TEST = "src/test/java/app/";
    private static final List<String> WEB =
            List.of("Endpoint", "FieldError", "Form", "Json", "Problem", "Request", "Response", "WebServer");
    private static final List<String> LOGIN =
            List.of("Accounts", "AccountsEndpoint", "LoginEndpoint", "MeEndpoint", "Passwords");

    private final Design design;
    private final SortedMap<String, String> files = new TreeMap<>();

    private JavaApplication(Design design) {
        this.design = design;
    }

    /** What serves, with the OpenAPI document from which the design can be read again. */
    public static SortedMap<String, String> code(Design design) {
        return new JavaApplication(design).code();
    }

    /** Tests of every rule, and of the application over HTTP. */
    public static SortedMap<String, String> tests(Design design) {
        return new JavaApplication(design).tests();
    }

    private SortedMap<String, String> code() {
        files.put(OpenApi.PATH, OpenApi.write(design));
        var whole = whole();
        add("Main", MAIN + "Main", whole);
        add("Application", MAIN + "Application", whole);
        WEB.forEach(name -> add("web/" + name, MAIN + "web/" + name, whole));
        for (var resource : design.resources()) {
            var view = ResourceView.of(resource);
            for (var part : List.of("", "Rules", "Store", "Endpoint")) {
                add("resource/Entity" + part, MAIN + view.packageName() + "/" + view.className() + part, view);
            }
        }
        design.login()
                .ifPresent(login -> LOGIN.forEach(name -> add("login/" + name, MAIN + "login/" + name, login(login))));
        return files;
    }

    private SortedMap<String, String> tests() {
        var whole = whole();
        add("web-test/Client", TEST + "Client", whole);
        add("web-test/ApplicationTest", TEST + "ApplicationTest", whole);
        add("web-test/FormTest", TEST + "web/FormTest", whole);
        add("web-test/JsonTest", TEST + "web/JsonTest", whole);
        for (var resource : design.resources()) {
            var view = ResourceTestView.of(resource);
            for (var part : List.of("Samples", "RulesTest", "EndpointTest")) {
                add("resource/Entity" + part, TEST + view.packageName() + "/" + view.className() + part, view);
            }
        }
        design.login().ifPresent(login -> {
            add("login/LoginTest", TEST + "login/LoginTest", login(login));
            add("login/PasswordsTest", TEST + "login/PasswordsTest", login(login));
        });
        return files;
    }

    private Map<String, Object> whole() {
        return Map.of(
                "resources", design.resources().stream().map(ResourceView::of).toList(),
                "login", design.login().isPresent());
    }

    private static Map<String, Object> login(Design.Login login) {
        return Map.of("passwordLength", login.shortestPassword());
    }

    private void add(String template, String path, Object view) {
        files.put(path + ".java", render(template + ".java", view));
    }

    static String render(String template, Object view) {
        return TEMPLATES.computeIfAbsent(template, JavaApplication::compile).execute(view);
    }

    private static Template compile(String name) {
        var path = "/offline/" + name + ".mustache";
        try (var stream = JavaApplication.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing template " + path);
            }
            return COMPILER.compile(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
