/// What makes the OpenAPI document of a service true.
@NullMarked
package org.centralino.kit.openapi;

import org.jspecify.annotations.NullMarked;
