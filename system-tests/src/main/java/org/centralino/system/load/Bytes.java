package org.centralino.system.load;

/// Looks for words in bytes that nobody decodes.
final class Bytes {
    private Bytes() {}

    /// @return where the word stands between `from` and `to`, -1 when it does not
    static int indexOf(byte[] bytes, int from, int to, byte[] word) {
        for (var at = from; at <= to - word.length; at++) {
            if (bytes[at] == word[0] && stands(bytes, at, word)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean stands(byte[] bytes, int at, byte[] word) {
        for (var i = 1; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// @return the digits that begin there
    static int number(byte[] bytes, int from, int to) {
        var number = 0;
        for (var at = from; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }
}
