import type {
  Content,
  ConversationState,
  DeliveryError,
  Instant,
  MessageStatus,
  Person,
  Uuid,
} from "../api/types";

interface OfConversation {
  conversationId: Uuid;
  at: Instant;
  conversation: ConversationState;
}

/** The facts that reach a browser, by their wire names. Unknown names are ignored: newer servers may say more. */
export type LiveEvent =
  | { type: "conversation.opened.v1"; id: string; data: OfConversation }
  | {
      type: "conversation.message-received.v1";
      id: string;
      data: OfConversation & {
        messageId: Uuid;
        sequence: number;
        platformAt: Instant;
        recordedAt: Instant;
        content: Content;
        late: boolean;
      };
    }
  | {
      type: "conversation.reply-queued.v1";
      id: string;
      data: OfConversation & {
        messageId: Uuid;
        sequence: number;
        author: Person;
        content: Content;
        anyway: boolean;
      };
    }
  | {
      type: "conversation.message-status-changed.v1";
      id: string;
      data: OfConversation & {
        messageId: Uuid;
        sequence: number;
        status: MessageStatus;
        statusAt: Instant | null;
        error: DeliveryError | null;
      };
    }
  | { type: "conversation.resolved.v1"; id: string; data: OfConversation & { by: Person } }
  | { type: "conversation.reopened.v1"; id: string; data: OfConversation & { by: Person | null } }
  | {
      type: "assignment.taken.v1";
      id: string;
      data: { conversationId: Uuid; epoch: number; operator: Person; at: Instant };
    }
  | {
      type: "assignment.assigned.v1";
      id: string;
      data: {
        conversationId: Uuid;
        epoch: number;
        operator: Person;
        by: Person;
        previous: Person | null;
        at: Instant;
      };
    }
  | {
      type: "assignment.taken-over.v1";
      id: string;
      data: { conversationId: Uuid; epoch: number; operator: Person; previous: Person | null; at: Instant };
    }
  | {
      type: "assignment.released.v1";
      id: string;
      data: { conversationId: Uuid; epoch: number; previous: Person | null; by: Person | null; at: Instant };
    }
  | {
      type: "note.written.v1" | "note.edited.v1";
      id: string;
      data: { conversationId: Uuid; noteId: Uuid; author: Person; text: string; at: Instant };
    }
  | {
      type: "note.deleted.v1";
      id: string;
      data: { conversationId: Uuid; noteId: Uuid; author: Person; at: Instant };
    };

/** What the server says on the socket. */
export type Frame =
  | { type: "hello"; cursor: string; serverTime: Instant; protocol: number }
  | { type: "event"; cursor: string; event: LiveEvent }
  /** Everything that was missed has been told. */
  | { type: "resumed"; cursor: string }
  | { type: "resync"; cursor?: string }
  | { type: "gone"; conversationId: Uuid }
  | { type: "heartbeat"; serverTime: Instant; cursor?: string };
