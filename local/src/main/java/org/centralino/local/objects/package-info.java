/// Where files of messages stand on one machine.
@NullMarked
package org.centralino.local.objects;

import org.jspecify.annotations.NullMarked;
