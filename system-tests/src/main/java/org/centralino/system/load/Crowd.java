package org.centralino.system.load;

import java.util.OptionalInt;

/// Customers who write in turn. They are the same in every run, so that only the first finds conversations
/// to be opened.
///
/// @param name what all their names begin with
/// @param firstPhone digits
record Crowd(String name, long firstPhone, int size) {
    static final Crowd USUAL = new Crowd("Load", 393_400_000_000L, 500);
    static final Crowd LARGE = new Crowd("Many", 393_410_000_000L, 5_000);
    /// Each has an operator of his own.
    static final Crowd HELD = new Crowd("Held", 393_420_000_000L, 500);

    /// @param number of a message, from 0
    int writerOf(int number) {
        return number % size;
    }

    String nameOf(int customer) {
        return name + " " + customer;
    }

    String phoneOf(int customer) {
        return Long.toString(firstPhone + customer);
    }

    /// @return which of them has this name
    OptionalInt customerNamed(String whole) {
        return whole.startsWith(name + " ")
                ? OptionalInt.of(Integer.parseInt(whole.substring(name.length() + 1)))
                : OptionalInt.empty();
    }
}
