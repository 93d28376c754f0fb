/// What a file is and how it is called, by rules that the services share.
@NullMarked
package org.centralino.kit.media.domain;

import org.jspecify.annotations.NullMarked;
