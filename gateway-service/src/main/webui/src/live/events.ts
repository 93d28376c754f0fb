import type {
  Content,
  ConversationState,
  Counts,
  DeliveryError,
  DoubtOutcome,
  Instant,
  MessageContext,
  MessageStatus,
  Person,
  Uuid,
} from "../api/types";

/** To whom it is visible: the server decides by it what reaches this browser. */
interface Access {
  phoneNumberId: string;
  teamId?: Uuid;
  assigneeId?: Uuid;
}

interface InConversation {
  conversationId: Uuid;
  /** Events of an older server do not say it. */
  access?: Access;
  at: Instant;
}

interface OfConversation extends InConversation {
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
        content: Content;
        context: MessageContext | null;
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
        /** The message in doubt that it repeats. */
        again: Uuid | null;
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
  | {
      type: "conversation.doubt-settled.v1";
      id: string;
      data: OfConversation & {
        messageId: Uuid;
        sequence: number;
        outcome: DoubtOutcome;
        by: Person;
        again: Uuid | null;
      };
    }
  | { type: "conversation.resolved.v1"; id: string; data: OfConversation & { by: Person } }
  | { type: "conversation.reopened.v1"; id: string; data: OfConversation & { by: Person | null } }
  | {
      type: "assignment.taken.v1";
      id: string;
      data: InConversation & { epoch: number; operator: Person };
    }
  | {
      type: "assignment.assigned.v1";
      id: string;
      data: InConversation & { epoch: number; operator: Person; by: Person; previous: Person | null };
    }
  | {
      type: "assignment.taken-over.v1";
      id: string;
      data: InConversation & { epoch: number; operator: Person; previous: Person | null };
    }
  | {
      type: "assignment.released.v1";
      id: string;
      data: InConversation & { epoch: number; previous: Person | null; by: Person | null };
    }
  | {
      type: "note.written.v1" | "note.edited.v1";
      id: string;
      data: InConversation & { noteId: Uuid; author: Person; text: string };
    }
  | {
      type: "note.deleted.v1";
      id: string;
      data: InConversation & { noteId: Uuid; author: Person };
    };

const NOTHING_IN_STATE = { teamId: null, assignee: null, windowExpiresAt: null, waitingSince: null };
const NOTHING_IN_CONTACT = { phone: null, username: null };
const NOTHING_IN_EVENT = {
  statusAt: null,
  error: null,
  by: null,
  previous: null,
  context: null,
  again: null,
};

type Sparse = Record<string, unknown>;

/** Events leave out what is empty. From here on it is `null`, as in the answers of the API. */
export function fromWire(event: LiveEvent): LiveEvent {
  const data: Sparse = { ...NOTHING_IN_EVENT, ...event.data };
  if ("conversation" in event.data) {
    const { conversation } = event.data;
    data.conversation = {
      ...NOTHING_IN_STATE,
      ...conversation,
      contact: { ...NOTHING_IN_CONTACT, ...conversation.contact },
    };
  }
  if (event.type === "conversation.message-received.v1" || event.type === "conversation.reply-queued.v1") {
    const text: Sparse = { text: null };
    data.content = { ...text, ...event.data.content };
  }
  if (data.context !== null) data.context = { answers: null, ...(data.context as Sparse) };
  if (data.error !== null) data.error = { code: null, title: null, detail: null, ...(data.error as Sparse) };
  return { ...event, data } as unknown as LiveEvent;
}

/** How far somebody has come: the offset to read next in each of the server's streams. */
export interface Place {
  streams: string;
  next: number[];
}

/** Where an event stands: its stream, and its offset there. */
export type EventPlace = [stream: number, offset: number];

/** What the server says on the socket. */
export type Frame =
  | { type: "hello"; at: Place; serverTime: Instant; protocol: number }
  | { type: "event"; at: EventPlace; event: LiveEvent }
  | { type: "resync"; at: Place }
  | { type: "gone"; at: EventPlace; conversationId: Uuid }
  /** How many conversations each list holds; told when it changes. */
  | { type: "counts"; counts: Counts }
  /** It says how far we are when nothing is left to tell. */
  | { type: "heartbeat"; serverTime: Instant; at?: Place };
