/// What a service knows of conversations that another one opened: who may see them, who holds them.
@NullMarked
package org.centralino.kit.conversation;

import org.jspecify.annotations.NullMarked;
