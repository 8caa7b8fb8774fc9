package com.fabricadeagentes.applications;

import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.kernel.Refusal;
import com.fabricadeagentes.kernel.Scope;
import com.fabricadeagentes.repositories.Repositories;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The platform's Swagger UI over an application's OpenAPI document, at {@code docs} under its address. */
@Component
class ApplicationDocs {

    private static final String LIBRARY = "classpath*:META-INF/resources/webjars/swagger-ui/*/";
    private static final List<String> USUAL = List.of("/openapi.json", "/v3/api-docs");
    private static final Map<String, String> ASSETS = Map.of(
            "swagger-ui.css", "text/css",
            "swagger-ui-bundle.js", "text/javascript");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>API</title><link rel="stylesheet" href="swagger-ui.css"></head>
            <body><div id="ui"></div><script src="swagger-ui-bundle.js"></script><script src="start.js"></script></body>
            </html>
            """;

    private static final String START =
            "SwaggerUIBundle({url: 'openapi.json', dom_id: '#ui', validatorUrl: null, deepLinking: false});\n";

    private final Answering answering;
    private final Repositories repositories;
    private final ApplicationsProperties properties;

    ApplicationDocs(Answering answering, Repositories repositories, ApplicationsProperties properties) {
        this.answering = answering;
        this.repositories = repositories;
        this.properties = properties;
    }

    /** @return whether the path is one of the documentation's */
    boolean serve(Application application, String path, HttpServletResponse response) throws IOException {
        if (!path.equals("/docs") && !path.startsWith("/docs/")) {
            return false;
        }
        switch (path) {
            case "/docs" -> {
                response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
                response.setHeader("Location", application.prefix() + "/docs/");
            }
            case "/docs/" -> write(response, "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
            case "/docs/start.js" -> write(response, "text/javascript", START.getBytes(StandardCharsets.UTF_8));
            case "/docs/openapi.json" -> write(response, "application/json", document(application));
            default -> asset(path.substring("/docs/".length()), response);
        }
        return true;
    }

    private static void asset(String name, HttpServletResponse response) throws IOException {
        var type = Optional.ofNullable(ASSETS.get(name))
                .orElseThrow(() -> new Refusal.NotFound("file of the documentation").refused());
        var found = new PathMatchingResourcePatternResolver().getResources(LIBRARY + name);
        write(response, type, found[0].getContentAsByteArray());
    }

    private byte[] document(Application application) throws IOException {
        var text = fromMain(application);
        for (var path : USUAL) {
            text = text.isPresent() ? text : answering.document(application.socket(), path, properties.answerWithin());
        }
        return text.flatMap(ApplicationDocs::parsed)
                .map(document -> Json.write(
                        document.set("servers", Json.MAPPER.createArrayNode().add(server(application)))))
                .orElseThrow(() -> new Refusal.NotFound("OpenAPI document of this application").refused())
                .getBytes(StandardCharsets.UTF_8);
    }

    private Optional<String> fromMain(Application application) {
        return application
                .openapi()
                .flatMap(path -> Scope.ofPlatform(application.tenant, "application")
                        .call(() -> repositories.read(application.project, application.commit, path)));
    }

    private ObjectNode server(Application application) {
        return Json.MAPPER.createObjectNode().put("url", properties.host() + application.prefix());
    }

    /** YAML without tags holds JSON too. */
    private static Optional<ObjectNode> parsed(String text) {
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return Json.MAPPER.valueToTree(document) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (YAMLException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static void write(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type + ";charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
