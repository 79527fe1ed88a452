package org.lianban.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a page strictly and without fetching anything, and gives it the house's print style before its own. */
final class Xhtml {
    private static final String APACHE = "http://apache.org/xml/features/";
    private static final String STYLE = resource("print.css");

    private Xhtml() {}

    /** @throws BrokenDocumentException with line and column */
    static Document read(String xhtml) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            Document document = builder.parse(new InputSource(new StringReader(xhtml)));
            if (document.getDoctype() != null && document.getDoctype().getInternalSubset() != null) {
                throw broken("a document type without declarations", "it declares entities or elements");
            }
            style(document);
            return document;
        } catch (SAXParseException broken) {
            throw new BrokenDocumentException("Expected well-formed XHTML, but line %d column %d: %s"
                    .formatted(broken.getLineNumber(), broken.getColumnNumber(), broken.getMessage()), broken);
        } catch (SAXException broken) {
            throw new BrokenDocumentException("Expected well-formed XHTML, but " + broken.getMessage(), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("Expected a parser that can be told not to fetch", impossible);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature(APACHE + "nonvalidating/load-external-dtd", false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static void style(Document document) {
        Element root = document.getDocumentElement();
        Element head = (Element) root.getElementsByTagName("head").item(0);
        if (!"html".equals(root.getTagName()) || head == null) {
            throw broken("a page <html> with a <head>", "the root is <%s>".formatted(root.getTagName()));
        }
        Element style = document.createElementNS(root.getNamespaceURI(), "style");
        style.setTextContent(STYLE);
        head.insertBefore(style, head.getFirstChild());
    }

    private static BrokenDocumentException broken(String expected, String found) {
        return new BrokenDocumentException("Expected %s, but %s".formatted(expected, found), null);
    }

    private static String resource(String name) {
        try (InputStream found = Xhtml.class.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("Expected %s in the library, but it is missing".formatted(name));
            }
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException said) {
            // The parser goes on, and so do we: a warning is no fault of the page's form.
        }

        @Override
        public void error(SAXParseException broken) throws SAXException {
            throw broken;
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }
    }
}
