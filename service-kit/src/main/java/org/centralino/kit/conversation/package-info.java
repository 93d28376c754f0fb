/// What a service knows of conversations that another one opened: who may see them, who holds them.
package org.centralino.kit.conversation;
