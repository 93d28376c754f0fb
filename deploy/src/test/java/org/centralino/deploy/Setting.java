package org.centralino.deploy;

import java.util.Locale;

/// A variable of the environment that a service reads.
///
/// @param variable its name; for lists the one of the first element
/// @param needed whether the service does not start, or finds nobody, without it
record Setting(String variable, boolean needed) {
    /// @return the variable by which a property is set
    static String variableOf(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
