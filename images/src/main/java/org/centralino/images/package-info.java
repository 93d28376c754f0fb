/// Container images of what was built: five services, Keycloak with our realm and page, and Kafka for a single host.
@NullMarked
package org.centralino.images;

import org.jspecify.annotations.NullMarked;
