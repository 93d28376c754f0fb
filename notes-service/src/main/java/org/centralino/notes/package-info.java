/// Internal notes: what colleagues tell each other about a conversation.
///
/// This service owns the notes. A note is written, edited and deleted by its author, who is known from the
/// access token and nothing else. What happened is told on [org.centralino.events.Topics#NOTES].
///
/// Nothing here has a path to the customer: the service calls nobody, and the outbound service does not
/// read the topic. Texts are never logged.
///
/// It keeps a copy of who holds each conversation, from the topics of the conversation and the assignment
/// service, because that decides who may see a conversation and so its notes.
@NullMarked
package org.centralino.notes;

import org.jspecify.annotations.NullMarked;
