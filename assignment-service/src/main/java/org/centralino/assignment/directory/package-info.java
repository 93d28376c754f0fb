/// Everybody who has signed in.
@NullMarked
package org.centralino.assignment.directory;

import org.jspecify.annotations.NullMarked;
