package org.centralino.kit.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// CloudEvents 1.0 on Kafka, binary mode: the attributes are headers.
public final class CloudEventHeaders {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    /// Of CloudEvents' distributed tracing extension: there only when the trace is followed.
    public static final String TRACE_PARENT = "ce_traceparent";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String SOURCE = "ce_source";
    private static final String TIME = "ce_time";
    private static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /// @param source which service tells it, such as `/centralino/conversation`
    static ProducerRecord<String, byte[]> record(OutgoingEvent event, String source) {
        var producerRecord = new ProducerRecord<>(event.topic(), event.key(), event.value());
        var headers = producerRecord.headers();
        headers.add(SPEC_VERSION, utf8("1.0"));
        headers.add(ID, utf8(event.id()));
        headers.add(TYPE, utf8(event.type()));
        headers.add(SOURCE, utf8(source));
        headers.add(TIME, utf8(event.at().toString()));
        headers.add(CONTENT_TYPE, utf8("application/json"));
        if (event.traceParent() != null) {
            headers.add(TRACE_PARENT, utf8(event.traceParent()));
        }
        return producerRecord;
    }

    /// @return the header's text, if it is there
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /// @return the wire name of the event in it; `null` as a word when it has none
    public static String typeOf(ConsumerRecord<?, ?> source) {
        return String.valueOf(text(source.headers(), TYPE));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
