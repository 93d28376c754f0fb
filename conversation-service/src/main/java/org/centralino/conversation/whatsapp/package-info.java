@NullMarked
package org.centralino.conversation.whatsapp;

import org.jspecify.annotations.NullMarked;
