/// The rules for templates.
@NullMarked
package org.centralino.outbound.template.domain;

import org.jspecify.annotations.NullMarked;
