package org.centralino.system.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a cluster collects is one object in a line, from the first line to the last.
@ExtendWith(Product.class)
class LogFormatIT {
    private final RunningStack stack;

    LogFormatIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void a_service_that_is_told_to_write_json_writes_nothing_else() throws IOException {
        var gateway = stack.another(Part.GATEWAY, Map.of("CENTRALINO_LOG_FORMAT", "json"));
        gateway.close();

        var lines = Files.readAllLines(gateway.log()).stream().map(Json::read).toList();

        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(List.of("timestamp", "level", "loggerName", "message"))
                        .allMatch(line::hasNonNull));
    }
}
