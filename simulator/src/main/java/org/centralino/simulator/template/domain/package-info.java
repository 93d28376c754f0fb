/// What the platform asks of templates.
@NullMarked
package org.centralino.simulator.template.domain;

import org.jspecify.annotations.NullMarked;
