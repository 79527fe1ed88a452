package org.lianban.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Lifts the text of an inline SVG into the page around it, at the same place. So it is set in the embedded font, can be
 * searched and copied, and needs no fonts on the machine, which the SVG renderer would ask for. Lifted is what a
 * drawing of ours uses: a {@code <text>} of one line at x and y, without transformations, in a drawing whose width and
 * height are plain numbers. Anything else stays as it is.
 */
record SvgText(Element svg, double width, double height, double scale) {
    /** How far, in font sizes, the renderer sets the baseline of the embedded font below the top of the line. */
    private static final double BASELINE = 1.161;

    static void lift(Document page) {
        for (Element svg : elements(page.getDocumentElement(), "svg")) {
            double width = number(svg.getAttribute("width"), 0);
            double height = number(svg.getAttribute("height"), 0);
            if (width > 0 && height > 0 && !within(svg, "svg")) {
                String[] box = svg.getAttribute("viewBox").strip().split("[\\s,]+");
                double scale = box.length == 4 && number(box[2], 0) > 0 ? width / number(box[2], 0) : 1;
                new SvgText(svg, width, height, scale).lift();
            }
        }
    }

    private void lift() {
        List<Element> texts = elements(svg, "text").stream().filter(this::liftable).toList();
        if (texts.isEmpty()) {
            return;
        }
        Element frame = svg.getOwnerDocument().createElementNS(
                svg.getOwnerDocument().getDocumentElement().getNamespaceURI(), "div");
        frame.setAttribute("class", "svg");
        frame.setAttribute("style", style("position:relative;width:%.2fpx;height:%.2fpx", width, height));
        svg.getParentNode().replaceChild(frame, svg);
        frame.appendChild(svg);
        texts.forEach(text -> frame.appendChild(line(text)));
        texts.forEach(text -> text.getParentNode().removeChild(text));
    }

    private boolean liftable(Element text) {
        if (elements(text, "*").isEmpty() && !text.getTextContent().isBlank()) {
            for (Node at = text; at instanceof Element element; at = at.getParentNode()) {
                if (element.hasAttribute("transform")) {
                    return false;
                }
                if (element == svg) {
                    return true;
                }
            }
        }
        return false;
    }

    private Element line(Element text) {
        double size = number(inherited(text, "font-size", "16"), 16) * scale;
        double x = number(text.getAttribute("x"), 0) * scale;
        double top = number(text.getAttribute("y"), 0) * scale - BASELINE * size;
        String place = switch (inherited(text, "text-anchor", "start")) {
            case "middle" -> style("left:%.2fpx;width:%.2fpx;text-align:center", x - reach(x), 2 * reach(x));
            case "end" -> style("left:0;width:%.2fpx;text-align:right", x);
            default -> style("left:%.2fpx", x);
        };
        Element line = svg.getOwnerDocument().createElementNS(
                svg.getOwnerDocument().getDocumentElement().getNamespaceURI(), "div");
        line.setAttribute("style", style("position:absolute;top:%.2fpx;font-size:%.2fpx;line-height:1;", top, size)
                + "white-space:nowrap;color:" + inherited(text, "fill", "#000000") + ";font-weight:"
                + inherited(text, "font-weight", "normal") + ";" + place);
        line.setTextContent(text.getTextContent().strip());
        return line;
    }

    private double reach(double x) {
        return Math.max(1, Math.min(x, width - x));
    }

    private String inherited(Element text, String name, String otherwise) {
        for (Node at = text; at instanceof Element element; at = at.getParentNode()) {
            if (element.hasAttribute(name)) {
                return element.getAttribute(name).replaceAll("[;{}]", "");
            }
            if (element == svg) {
                break;
            }
        }
        return otherwise;
    }

    private static boolean within(Element element, String tag) {
        for (Node at = element.getParentNode(); at instanceof Element parent; at = at.getParentNode()) {
            if (tag.equals(parent.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static List<Element> elements(Element root, String tag) {
        NodeList found = root.getElementsByTagNameNS("*", tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static double number(@Nullable String text, double otherwise) {
        String plain = text == null ? "" : text.strip().replaceFirst("px$", "");
        return plain.matches("-?[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(plain) : otherwise;
    }

    private static String style(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
