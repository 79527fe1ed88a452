package org.lianban.messaging;

/** CloudEvents 1.0 Kafka binding, binary mode: the header names in use. */
public final class CloudEventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    /** Extension: per source and subject, from 1, without gaps. */
    public static final String SEQUENCE = "ce_sequence";
    /** Extension: who caused it. */
    public static final String ACTOR = "ce_actor";
    public static final String TRACE_PARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";
    public static final String SOURCE_PREFIX = "/lianban/";

    private CloudEventHeaders() {}
}
