/// Who is responsible for a conversation.
///
/// This service owns one fact per conversation, its holder, and numbers each change of it: the epoch. All
/// changes of one conversation go through its row in the database, one after the other, so of any number
/// of operators who take it at once one wins and the others learn who. What changed is told on
/// [org.centralino.events.Topics#ASSIGNMENT] in the order of the epochs; the conversation service accepts
/// replies by it.
///
/// It also keeps the directory of operators: everybody who has signed in. Who of them may be given a
/// conversation is asked of Keycloak, which owns credentials and rights.
@NullMarked
package org.centralino.assignment;

import org.jspecify.annotations.NullMarked;
