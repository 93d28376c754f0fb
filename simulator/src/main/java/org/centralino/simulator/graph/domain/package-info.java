/// How the Graph API understands a call, what it refuses, and in which words.
@NullMarked
package org.centralino.simulator.graph.domain;

import org.jspecify.annotations.NullMarked;
