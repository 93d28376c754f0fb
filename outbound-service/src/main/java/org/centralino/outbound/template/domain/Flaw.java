package org.centralino.outbound.template.domain;

import org.jspecify.annotations.Nullable;

/// Something of a draft that the platform would refuse.
///
/// @param path where it is, such as `body` or `buttons[1].value`
/// @param rule which rule it breaks, in kebab case, for programs
/// @param limit how much the rule permits, if it counts
/// @param detail the rule in a sentence
public record Flaw(String path, String rule, @Nullable Integer limit, String detail) {
    Flaw at(String where) {
        return new Flaw(where, rule, limit, detail);
    }
}
