@NullMarked
package org.centralino.outbound.whatsapp;

import org.jspecify.annotations.NullMarked;
