/// What matters about a colleague, free of any framework.
@NullMarked
package org.centralino.assignment.directory.domain;

import org.jspecify.annotations.NullMarked;
