@NullMarked
package org.centralino.kit.database;

import org.jspecify.annotations.NullMarked;
