package org.centralino.deploy;

import java.util.SortedSet;

/// What a service measures.
///
/// @param name as Prometheus shows it; of a histogram without the endings of its series
/// @param type `counter`, `gauge`, `histogram` or `summary`
/// @param services who has it, in the words of the page
record Metric(String name, String type, SortedSet<String> labels, String services) {}
