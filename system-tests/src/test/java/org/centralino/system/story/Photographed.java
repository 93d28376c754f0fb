package org.centralino.system.story;

/// A story with windows, which are photographed where it fails.
interface Photographed {
    /// @param step that failed
    void photograph(String step);
}
