/// Taking, giving, taking over and giving back conversations.
@NullMarked
package org.centralino.assignment.responsibility;

import org.jspecify.annotations.NullMarked;
