package org.lianban.result.oversight.ticket;

import java.util.List;

/**
 * 核实结论.
 *
 * @param evidence what it rests on: document numbers or file digests; never empty unless genuine
 * @param explanation in Chinese, at most 2,000 characters
 */
public record Finding(Verdict verdict, List<String> evidence, String explanation) {
    public enum Verdict {
        /** 属实. */
        GENUINE("属实"),
        /** 不实. */
        UNFOUNDED("不实"),
        /** 误评. */
        MISTAKEN("误评");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Finding {
        evidence = List.copyOf(evidence);
    }

    public boolean genuine() {
        return verdict == Verdict.GENUINE;
    }
}
