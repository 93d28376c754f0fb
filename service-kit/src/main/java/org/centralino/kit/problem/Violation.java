package org.centralino.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One field that is wrong, and why.
///
/// @param field the path inside the body
/// @param code the rule that it breaks, in kebab case, to be matched and translated: one of those that
///     `problem.schema.json` lists
/// @param limit what the rule allows, where that is a number
/// @param message the same in English, to be read behind the field's name
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String field, String code, @Nullable Number limit, String message) {}
