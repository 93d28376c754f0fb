package org.centralino.conversation.inbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of a statement that is put together.
final class SqlParameters {
    private final List<Object> values;

    SqlParameters(Object... first) {
        values = new ArrayList<>(List.of(first));
    }

    /// @return how the statement names the value
    String add(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    @Nullable
    Object[] all() {
        return values.toArray();
    }
}
