@NullMarked
package org.centralino.outbound.upload.domain;

import org.jspecify.annotations.NullMarked;
