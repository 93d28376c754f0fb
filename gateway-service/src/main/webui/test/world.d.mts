import type {
    Conversation,
    HistoryItem,
    Note,
    Person,
    ResolutionRequest,
    TimelineItem,
} from "../src/api/types";
import type { LiveEvent } from "../src/live/events";

export interface WorldConversation extends Conversation {
    items: TimelineItem[];
    notes: Note[];
    history: HistoryItem[];
    reads: Map<string, number>;
}
export const PEOPLE: Record<"anna" | "bruno" | "carla" | "dario" | "elena", Person & { roles: string[] }>;
export const inOrder: (items: TimelineItem[]) => TimelineItem[];
export const asWritten: <T>(data: T) => T;
export class Refusal extends Error {}
export class World {
    conversations: Map<string, WorldConversation>;
    events: LiveEvent[];
    now: () => number;
    row(conversation: WorldConversation, me: string): Conversation;
    open(name: string, phone: string | null): WorldConversation;
    customerWrites(
        conversation: WorldConversation,
        text: string,
        at?: number,
        how?: { late?: boolean },
    ): TimelineItem;
    reply(conversation: WorldConversation, person: Person, request: object): TimelineItem;
    status(conversation: WorldConversation, item: TimelineItem, status: string): void;
    settle(
        conversation: WorldConversation,
        item: TimelineItem,
        person: Person,
        request: ResolutionRequest,
    ): TimelineItem;
    resolve(conversation: WorldConversation, person: Person, request: { lastSeen: number }): void;
    assign(conversation: WorldConversation, person: Person, how?: { takeOver?: boolean }): void;
    release(conversation: WorldConversation, person: Person): void;
    decide(conversation: WorldConversation, person: Person, status: "open" | "resolved"): void;
    note(conversation: WorldConversation, person: Person, request: { id?: string; text: string }): Note;
}
