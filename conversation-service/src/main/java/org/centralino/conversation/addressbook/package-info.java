/// The address book: what operators see of customers and do with them, beside their conversations.
@NullMarked
package org.centralino.conversation.addressbook;

import org.jspecify.annotations.NullMarked;
