/// Who may become a customer, and what a crowd of them writes.
@NullMarked
package org.centralino.simulator.customer.domain;

import org.jspecify.annotations.NullMarked;
