package org.centralino.kit.log;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.StructuredFormatter.ExceptionOutputType;

/// Gives the log the form that `centralino.log.format` names: `text` for people, or `json` for what collects the logs
/// of a cluster: one object in a line, a stack trace inside it.
///
/// Quarkus lets only an extension replace the console's formatter. A filter is made before the first line is written
/// and
/// is asked about it: it lets everything pass, and at the first line puts the formatter where it belongs.
@LoggingFilter(name = "log-format")
public final class LogFormat implements Filter {
    private final boolean isJson;
    private final AtomicBoolean done = new AtomicBoolean();

    /// @param format `text` or `json`
    /// @throws IllegalArgumentException when it is neither; the service does not start
    public LogFormat(@ConfigProperty(name = "centralino.log.format") String format) {
        this.isJson = switch (format.strip().toLowerCase(Locale.ROOT)) {
            case "json" -> true;
            case "text" -> false;
            default ->
                throw new IllegalArgumentException(
                        "CENTRALINO_LOG_FORMAT is %s. Set it to text or json.".formatted(format));
        };
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (isJson && done.compareAndSet(false, true)) {
            Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers()).forEach(LogFormat::writesJson);
        }
        return true;
    }

    private static void writesJson(Handler handler) {
        var formatter = new JsonFormatter();
        formatter.setExceptionOutputType(ExceptionOutputType.FORMATTED);
        handler.setFormatter(formatter);
    }
}
