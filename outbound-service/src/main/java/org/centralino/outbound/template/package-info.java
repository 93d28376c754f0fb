/// The templates of our accounts (fact sheet, section 10): a copy of what the platform has, which is told on a topic,
/// and
/// making, changing and deleting them.
@NullMarked
package org.centralino.outbound.template;

import org.jspecify.annotations.NullMarked;
