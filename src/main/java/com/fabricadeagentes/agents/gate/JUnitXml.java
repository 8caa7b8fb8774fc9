package com.fabricadeagentes.agents.gate;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads JUnit's XML, as surefire, pytest, node and others write it. A model may have written it: no entities. */
final class JUnitXml {

    private static final int LONGEST_WORDS = 4_000;

    /** What node gives every test as its class. */
    private static final String NO_CLASS = "test";

    private enum Verdict {
        PASSED,
        FAILED,
        SKIPPED
    }

    private final XMLStreamReader xml;
    private final Tally tally;
    private final Deque<String> suites = new ArrayDeque<>();
    private @Nullable String name;
    private Verdict verdict = Verdict.PASSED;
    private String words = "";

    private JUnitXml(XMLStreamReader xml, Tally tally) {
        this.xml = xml;
        this.tally = tally;
    }

    /**
     * Adds what the document tells; one that is not JUnit's tells nothing.
     *
     * @throws XMLStreamException for a broken document
     */
    static void read(InputStream input, Tally tally) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        new JUnitXml(factory.createXMLStreamReader(input), tally).read();
    }

    private void read() throws XMLStreamException {
        boolean atRoot = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (atRoot && !xml.getLocalName().startsWith("testsuite")) {
                    return;
                }
                atRoot = false;
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
    }

    private void begin(String element) throws XMLStreamException {
        switch (element) {
            case "testsuite" -> suites.addLast(attribute("name"));
            case "testcase" -> {
                name = testName();
                verdict = Verdict.PASSED;
                words = "";
            }
            case "failure", "error" -> {
                var message = attribute("message");
                var text = text();
                verdict = Verdict.FAILED;
                words = words + (text.isBlank() ? message : text.strip()) + "\n";
                if (name == null) {
                    tally.fail(String.join(" > ", suites), words);
                }
            }
            case "skipped" -> verdict = verdict == Verdict.FAILED ? Verdict.FAILED : Verdict.SKIPPED;
            default -> {}
        }
    }

    private void end(String element) {
        if (element.equals("testsuite")) {
            suites.pollLast();
        } else if (element.equals("testcase") && name != null) {
            switch (verdict) {
                case PASSED -> tally.pass(name);
                case FAILED -> tally.fail(name, words);
                case SKIPPED -> tally.skip(name);
            }
            name = null;
        }
    }

    private String testName() {
        var type = attribute("classname");
        var place = type.isEmpty() || type.equals(NO_CLASS) ? String.join(" > ", suites) : type;
        return place.isEmpty() ? attribute("name") : place + "." + attribute("name");
    }

    private String attribute(String attribute) {
        var value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }

    /** All text up to the end of the element, whatever is nested in it. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < LONGEST_WORDS) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }
}
