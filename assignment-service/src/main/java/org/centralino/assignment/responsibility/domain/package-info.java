/// The rules of responsibility, free of any framework.
@NullMarked
package org.centralino.assignment.responsibility.domain;

import org.jspecify.annotations.NullMarked;
