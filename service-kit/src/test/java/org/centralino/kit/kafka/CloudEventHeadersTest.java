package org.centralino.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.centralino.events.Topics;
import org.centralino.events.WireFormat;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {
    private static final String TRACE_PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final ProducerRecord<String, byte[]> RECORD = of(null);
    private static final ProducerRecord<String, byte[]> TRACED = of(TRACE_PARENT);

    @Test
    void an_event_travels_as_a_cloud_event_in_binary_mode() {
        assertThat(textsOf(RECORD))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "5b1f0a52-0d6e-4a7c-9c35-2f7f3f1f6a10",
                        "ce_type", "note.written.v1",
                        "ce_source", "/centralino/notes",
                        "ce_time", "2026-11-22T15:00:01.402117Z",
                        "content-type", "application/json"));
        assertThat(RECORD.topic()).isEqualTo("centralino.notes.v1");
        assertThat(RECORD.key()).isEqualTo("01a1f452-5980-73a9-941c-5f0e2a6c8d10");
        assertThat(RECORD.value()).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void its_headers_are_those_that_the_contract_promises() throws IOException {
        var promised = contract().at("/components/schemas/cloudEventHeaders");
        var names = new ArrayList<String>();
        promised.get("properties").fieldNames().forEachRemaining(names::add);

        assertThat(textsOf(TRACED)).containsOnlyKeys(names);
        assertThat(promised.at("/properties/ce_specversion/const").asText()).isEqualTo("1.0");
        assertThat(promised.at("/properties/content-type/const").asText()).isEqualTo("application/json");
    }

    @Test
    void only_an_event_of_a_trace_that_is_followed_names_it() {
        assertThat(textsOf(TRACED)).containsEntry("ce_traceparent", TRACE_PARENT);
        assertThat(textsOf(RECORD)).doesNotContainKey("ce_traceparent");
    }

    @Test
    void a_header_that_is_missing_or_empty_is_no_text() {
        var headers = new RecordHeaders().add("empty", null).add("umlaut", "ü".getBytes(UTF_8));

        assertThat(CloudEventHeaders.text(headers, "missing")).isNull();
        assertThat(CloudEventHeaders.text(headers, "empty")).isNull();
        assertThat(CloudEventHeaders.text(headers, "umlaut")).isEqualTo("ü");
    }

    private static ProducerRecord<String, byte[]> of(String traceParent) {
        return CloudEventHeaders.record(
                new OutgoingEvent(
                        Topics.NOTES,
                        "01a1f452-5980-73a9-941c-5f0e2a6c8d10",
                        "5b1f0a52-0d6e-4a7c-9c35-2f7f3f1f6a10",
                        "note.written.v1",
                        Instant.parse("2026-11-22T15:00:01.402117Z"),
                        traceParent,
                        "{}".getBytes(UTF_8)),
                "/centralino/notes");
    }

    private static Map<String, String> textsOf(ProducerRecord<?, ?> one) {
        return StreamSupport.stream(one.headers().spliterator(), false)
                .collect(toMap(Header::key, header -> new String(header.value(), UTF_8)));
    }

    private static JsonNode contract() throws IOException {
        try (var document = WireFormat.class.getResourceAsStream("/contract/asyncapi.yaml")) {
            return new YAMLMapper().readTree(document);
        }
    }
}
