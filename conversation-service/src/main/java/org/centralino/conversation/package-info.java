/// The conversation service owns contacts, conversations and their timelines, and says whether a reply is
/// accepted.
///
/// It hears the platform ([org.centralino.events.WhatsAppEvent]), who is responsible
/// ([org.centralino.events.AssignmentEvent]), what became of sends
/// ([org.centralino.events.OutboundEvent]) and that notes were written
/// ([org.centralino.events.NoteEvent]); it tells what happened in conversations
/// ([org.centralino.events.ConversationEvent]). Its features: `whatsapp` (what the platform reports is
/// heard here), `thread` (the conversation itself), `start` (conversations that an operator begins),
/// `template` (what can be sent at any time), `attachment` (files that operators send), `channel`
/// (numbers that were removed), `message` (what was said, and the timeline),
/// `status` (how far our messages have come), `reaction` (our emojis on messages), `media` (their
/// files), `doubt` (messages of which nobody knows whether they were sent), `contact` (who the customer
/// is), `inbox` (the lists), `history` (who did what and when), `words` (by which words a message is
/// found) and `search`.
@NullMarked
package org.centralino.conversation;

import org.jspecify.annotations.NullMarked;
