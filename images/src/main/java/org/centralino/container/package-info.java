/// What runs inside the containers beside the programs themselves. It uses the JDK only: images have nothing else in
/// common.
@NullMarked
package org.centralino.container;

import org.jspecify.annotations.NullMarked;
