/** The shapes of the HTTP API, written by hand from the contract until they are generated from /api/openapi. */

export type Uuid = string;
/** ISO-8601, UTC. */
export type Instant = string;

export type View = "mine" | "unassigned" | "all" | "resolved";
export const VIEWS: readonly View[] = ["mine", "unassigned", "all", "resolved"];

export interface Person {
  id: Uuid;
  name: string;
}

export interface Contact {
  id: Uuid;
  name: string;
  initials?: string | null;
  phone: string | null;
  username: string | null;
}

export type Direction = "inbound" | "outbound";
export type AuthorKind = "customer" | "operator" | "system";
export interface Author {
  kind: AuthorKind;
  id: Uuid | null;
  name: string | null;
}

export type MessageStatus =
  "received" | "queued" | "accepted" | "unknown" | "sent" | "failed" | "delivered" | "read" | "played";

export type Content =
  { type: "text"; text: string } | { type: "unsupported"; platformType: string; text: string | null };

/** What a message refers to. */
export interface MessageContext {
  /** The platform's id of the message that it answers. */
  answers: string | null;
  forwarded: boolean;
  forwardedOften: boolean;
}

export type DoubtOutcome = "arrived" | "send-again";
/** What a person decided about a message of which nobody knew whether it was sent. */
export interface Settled {
  outcome: DoubtOutcome;
  by: Person;
  at: Instant;
  /** The new message that repeats it; `null` when it had arrived. */
  again: Uuid | null;
}

export interface DeliveryError {
  code: string | number | null;
  title: string | null;
  detail: string | null;
}

/** The message that stands last in the thread. */
export interface Preview {
  sequence?: number;
  at?: Instant;
  kind: "text" | "unsupported";
  text: string | null;
  direction: Direction;
  author: Author;
  status: MessageStatus | null;
}

/** A conversation's row as every event carries it: without what depends on who is looking. */
export interface ConversationState {
  version: number;
  phoneNumberId: string;
  contact: Contact;
  status: "open" | "resolved";
  teamId: Uuid | null;
  epoch: number;
  assignee: Person | null;
  lastSequence: number;
  windowExpiresAt: Instant | null;
  waitingSince: Instant | null;
  lastActivityAt: Instant;
  createdAt: Instant;
}

export interface Conversation extends ConversationState {
  id: Uuid;
  unread: number;
  preview: Preview | null;
}

export interface TimelineItem {
  id: Uuid;
  conversationId: Uuid;
  sequence: number;
  /** The platform's time. */
  at: Instant;
  recordedAt: Instant;
  kind: "message";
  direction: Direction;
  author: Author;
  content: Content;
  context: MessageContext | null;
  status: MessageStatus;
  statusAt: Instant | null;
  late: boolean;
  error: DeliveryError | null;
  /** The message in doubt that it repeats. */
  again: Uuid | null;
  settled: Settled | null;
}

export interface Note {
  id: Uuid;
  conversationId: Uuid;
  at: Instant;
  editedAt: Instant | null;
  author: Person;
  text: string;
}

export type HistoryKind =
  | "customer-wrote"
  | "taken"
  | "assigned"
  | "released"
  | "taken-over"
  | "replied"
  | "replied-anyway"
  | "note-added"
  | "note-edited"
  | "note-deleted"
  | "resolved"
  | "reopened"
  | "delivery-failed"
  | "delivery-unknown"
  | "answer-settled-arrived"
  | "answer-sent-again"
  | "key-moved";

export interface HistoryItem {
  id: Uuid;
  at: Instant;
  kind: HistoryKind;
  actor: Author;
  target: Person | null;
  messageId: Uuid | null;
  noteId: Uuid | null;
}

/** A colleague. */
export interface Operator extends Person {
  /** Whether a conversation can be given to this person; not said is yes. */
  mayHold?: boolean;
}

export interface Assignment {
  conversationId: Uuid;
  epoch: number;
  assignee: Person | null;
  since: Instant | null;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type Counts = Record<View, number>;

export interface ReplyRequest {
  id: Uuid;
  content: { type: "text"; text: string };
  lastSeen: number;
  epoch: number;
  anyway?: boolean;
}

export type ResolutionRequest = { outcome: "arrived" } | { outcome: "send-again"; id: Uuid; epoch: number };

export type Permission =
  | "conversation.see.own"
  | "conversation.see.all"
  | "conversation.reply"
  | "conversation.take"
  | "conversation.take-over"
  | "conversation.assign"
  | "conversation.resolve"
  | "note.read"
  | "note.write"
  | "team.manage";

export interface Me extends Person {
  username: string;
  email: string | null;
  permissions: string[];
  roles: string[];
}

export interface Config {
  keycloak: { url: string; realm: string; clientId: string };
  simulatorUrl: string | null;
  numbers: { phoneNumberId: string; number: string; name: string }[];
  serverTime: Instant;
}

/** RFC 9457, with the extensions that our refusals carry. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  reasonKey: string;
  holder?: Person | null;
  epoch?: number;
  lastSequence?: number;
  added?: TimelineItem[];
  /** The message as it stands, when it was not in doubt. */
  message?: TimelineItem;
  windowExpiresAt?: Instant | null;
  permission?: string;
  violations?: { field: string; message: string }[];
}
