package org.centralino.kit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogFormatTest {
    @Test
    void a_format_that_nobody_knows_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogFormat("xml"))
                .withMessage("CENTRALINO_LOG_FORMAT is xml. Set it to text or json.");
    }

    @Test
    void every_line_passes() {
        assertThat(new LogFormat("text").isLoggable(new LogRecord(Level.FINEST, "a line")))
                .isTrue();
    }
}
