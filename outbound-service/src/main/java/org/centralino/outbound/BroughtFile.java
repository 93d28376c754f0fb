package org.centralino.outbound;

import java.util.Set;
import org.centralino.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A file that is the body of a call, to be passed on to the platform.
public final class BroughtFile {
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private BroughtFile() {}

    /// @param contentType as the call says it
    /// @param what the file is to be, such as `The picture`
    /// @param types what it may be
    /// @param typesInWords the same for people, such as `a JPEG or a PNG`
    /// @return its type, without what may stand behind it
    /// @throws org.centralino.kit.problem.ProblemException 400 when it is of another type, empty or too large
    public static String typeOf(
            @Nullable String contentType, byte[] file, String what, Set<String> types, String typesInWords) {
        var mimeType = contentType == null ? "" : contentType.replaceFirst("\\s*;.*", "");
        if (!types.contains(mimeType)) {
            throw Problem.invalid("%s is %s, and its Content-Type says so.".formatted(what, typesInWords))
                    .asException();
        }
        if (file.length == 0 || file.length > MOST_BYTES) {
            throw Problem.invalid("%s has at most 5 MB, and is not empty.".formatted(what))
                    .asException();
        }
        return mimeType;
    }
}
