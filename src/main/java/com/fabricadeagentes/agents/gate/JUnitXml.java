package com.fabricadeagentes.agents.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads JUnit's XML, as surefire, pytest, node and others write it. A model may have written it: no entities. */
final class JUnitXml {

    private static final int MOST_FAILURES = 20;
    private static final int LONGEST_FAILURE = 1_200;

    private JUnitXml() {}

    static Optional<TestResults> read(Path file) throws IOException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (var input = Files.newInputStream(file)) {
            return Optional.of(cases(factory.createXMLStreamReader(input)));
        } catch (XMLStreamException broken) {
            return Optional.empty();
        }
    }

    private static TestResults cases(XMLStreamReader xml) throws XMLStreamException {
        var passed = new HashSet<String>();
        var failures = new ArrayList<String>();
        int failed = 0;
        int skipped = 0;
        int passes = 0;
        String name = null;
        String verdict = "passed";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "testcase" -> {
                            name = name(xml);
                            verdict = "passed";
                        }
                        case "failure", "error" -> {
                            verdict = "failed";
                            failures.add(failure(name, xml));
                        }
                        case "skipped" -> verdict = "skipped";
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("testcase") && name != null) {
                        switch (verdict) {
                            case "passed" -> {
                                passes++;
                                passed.add(name);
                            }
                            case "failed" -> failed++;
                            default -> skipped++;
                        }
                        name = null;
                    }
                }
                default -> {}
            }
        }
        return new TestResults(
                passes,
                failed,
                skipped,
                passed,
                failures.stream().limit(MOST_FAILURES).toList());
    }

    private static String name(XMLStreamReader xml) {
        var type = xml.getAttributeValue(null, "classname");
        var name = String.valueOf(xml.getAttributeValue(null, "name"));
        return type == null ? name : type + "." + name;
    }

    private static String failure(@Nullable String test, XMLStreamReader xml) throws XMLStreamException {
        var message = xml.getAttributeValue(null, "message");
        var text = xml.getElementText().strip();
        var said = text.isEmpty() ? String.valueOf(message) : text;
        return test + "\n" + (said.length() > LONGEST_FAILURE ? said.substring(0, LONGEST_FAILURE) + "…" : said);
    }

    static TestResults sum(List<TestResults> parts) {
        int passed = 0;
        int failed = 0;
        int skipped = 0;
        var names = new HashSet<String>();
        var failures = new ArrayList<String>();
        for (var part : parts) {
            passed += part.passed();
            failed += part.failed();
            skipped += part.skipped();
            names.addAll(part.passedNames());
            failures.addAll(part.failures());
        }
        return new TestResults(
                passed,
                failed,
                skipped,
                names,
                failures.stream().limit(MOST_FAILURES).toList());
    }
}
