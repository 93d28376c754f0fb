/// One address for the replicas of a service.
@NullMarked
package org.centralino.local.balancer;

import org.jspecify.annotations.NullMarked;
