package com.fabricadeagentes.sandbox.prepare;

import com.fabricadeagentes.sandbox.Dependencies.PreparationFailed;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * What is looked at in {@code pom.xml} files before Maven sees them. Maven loads extensions whatever it is asked to do,
 * reads parents and modules wherever they point, and asks any repository it is told of.
 */
final class Poms {

    private static final Set<String> CENTRAL =
            Set.of("https://repo.maven.apache.org/maven2", "https://repo1.maven.org/maven2");

    /** Differs between projects of one skeleton without changing what they need. */
    private static final Set<String> OWN = Set.of(
            "/project/groupId", "/project/artifactId", "/project/version", "/project/name", "/project/description");

    private Poms() {}

    static void check(BuildFiles files) throws PreparationFailed {
        if (files.texts().containsKey(".mvn/extensions.xml")) {
            throw new PreparationFailed(".mvn/extensions.xml: extensions of Maven itself are not allowed.");
        }
        for (var pom : files.texts().entrySet()) {
            var problem = new StringBuilder();
            walk(pom.getKey(), pom.getValue(), (path, text) -> {
                if (problem.isEmpty()) {
                    problem.append(problem(pom.getKey(), path, text));
                }
            });
            if (!problem.isEmpty()) {
                throw new PreparationFailed(pom.getKey() + ": " + problem);
            }
        }
    }

    private static String problem(String pom, String path, String text) {
        if (path.contains("/extensions/extension") || path.endsWith("/plugin/extensions") && text.equals("true")) {
            return "build extensions are not allowed, they would run outside of the sandbox.";
        }
        boolean repository = path.endsWith("/repositories/repository/url")
                || path.endsWith("/pluginRepositories/pluginRepository/url");
        if (repository && !CENTRAL.contains(text.replaceFirst("/$", ""))) {
            return "the repository " + text + " is not one of this installation's; it asks Maven Central, or the"
                    + " mirror that the operator's settings.xml names.";
        }
        if ((path.endsWith("/parent/relativePath") || path.endsWith("/modules/module")) && leaves(pom, text)) {
            return "'" + text + "' does not stay in the repository.";
        }
        return "";
    }

    private static boolean leaves(String pom, String reference) {
        var root = Path.of("/root-of-the-repository");
        var directory = root.resolve(pom).getParent();
        return reference.contains("$")
                || directory == null
                || !directory.resolve(reference).normalize().startsWith(root);
    }

    /** What a POM says, without its own name and layout. */
    static String needs(String pom, String text) throws PreparationFailed {
        var said = new StringBuilder();
        walk(pom, text, (path, value) -> {
            if (!OWN.contains(path)) {
                said.append(path).append('=').append(value).append('\n');
            }
        });
        return said.toString();
    }

    /** Each element's path and stripped text, at its end. */
    private static void walk(String pom, String text, BiConsumer<String, String> elements) throws PreparationFailed {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var names = new ArrayDeque<String>();
        var value = new StringBuilder();
        try {
            var xml = factory.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        names.addLast(xml.getLocalName());
                        value.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> value.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        elements.accept(
                                "/" + String.join("/", names), value.toString().strip());
                        names.removeLast();
                        value.setLength(0);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw new PreparationFailed(pom + " line " + broken.getLocation().getLineNumber() + " is not valid XML.");
        }
    }
}
