/// What the phone beside a number hands over of the time before: asking for it, and how far it has come
/// (fact sheet, section 16). What is handed over itself goes to the conversation service.
@NullMarked
package org.centralino.outbound.sync;

import org.jspecify.annotations.NullMarked;
