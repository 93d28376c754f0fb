/// What a catalogue holds.
@NullMarked
package org.centralino.outbound.catalogue.domain;

import org.jspecify.annotations.NullMarked;
