package org.lianban.result.province;

/** A row that the province would not take, with the batch that brought it. */
public record Rejection(String rowGuid, Batch batch, String reason) {
    /** What was sent of a case at once: {@code caseNo} and version. */
    public record Batch(String caseNo, long version) {
        public String name() {
            return caseNo + "/" + version;
        }
    }
}
