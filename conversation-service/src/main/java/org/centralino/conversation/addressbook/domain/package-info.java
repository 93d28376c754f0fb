/// The rules of files with contacts.
@NullMarked
package org.centralino.conversation.addressbook.domain;

import org.jspecify.annotations.NullMarked;
