import type { components as EventComponents } from "./events";
import type { components } from "./schema";
import { VIEW_DEFINITIONS } from "./views";

/** Short names for what the services answer and ask for. What is left out has nothing to say; there is no `null`. */
type Schemas = components["schemas"];
/** The events by their wire names, and what they are made of. */
export type Events = EventComponents["schemas"];

export type Uuid = Schemas["UUID"];
/** ISO-8601, UTC. */
export type Instant = Schemas["Instant"];

export type Counts = Schemas["Counts"];
export type View = keyof Counts;
export const VIEWS = Object.keys(VIEW_DEFINITIONS) as readonly View[];

export type Person = Schemas["Person"];
/** How it is shown, the server's rows say; events do not. */
export type Contact = Events["Contact"] & Pick<Schemas["Customer"], "displayPhone"> & { initials?: string };
export type BusinessNumber = Schemas["BusinessNumber"];
export type FormerNumber = Schemas["FormerNumber"];
export type Author = Schemas["Actor"];
export type MessageStatus = Schemas["MessageStatus"];
type Wordless = Extract<
  Schemas["Content"],
  { type: "call-permission" | "audio" | "voice" | "sticker" | "call" | "revoked" }
>;
/** Every kind has its words in the same place, if it has any. */
export type Content = Exclude<Schemas["Content"], Wordless> | (Wordless & { text?: undefined });
export type ContentOf<Kind extends Content["type"]> = Extract<Content, { type: Kind }>;
export type MessageContext = Schemas["MessageContext"];
export type Quoted = Schemas["Quoted"];
export type DoubtOutcome = Schemas["Outcome"];
/** Who of a group wrote or did something. */
export type Sender = Events["Sender"];
export type Settled = Schemas["Settled"];
export type Held = Schemas["Held"];
export type DeliveryError = Schemas["PlatformError"];
/** What a row shows of the newest message. */
export type Preview = Omit<Schemas["Preview"], "messageId">;

/** A conversation's row as every event carries it: without what depends on who is looking. */
export type ConversationState = Events["ConversationState"];
/** As a list answers it, or as an event made it. */
export type Conversation = ConversationState &
  Pick<Schemas["Conversation"], "id" | "unread"> & { contact: Contact; preview?: Preview };

/** A server from before messages could change says nothing of reactions and earlier versions, nor does an older one of who is called. */
export type TimelineItem = Omit<Schemas["TimelineItem"], "content" | "reactions" | "earlier" | "quiet"> &
  Partial<Pick<Schemas["TimelineItem"], "reactions" | "earlier" | "quiet">> & { content: Content };
export type Media = Schemas["Media"];
export type Reaction = Schemas["Reaction"];
export type Note = Schemas["Note"];
export type HistoryItem = Schemas["HistoryItem"];
export type Speaker = Schemas["Speaker"];
export type HistoryKind = HistoryItem["kind"];
export type Operator = Schemas["Operator"];
export type Assignment = Schemas["Assignment"];
export type Page<T> = Omit<Schemas["PageTimelineItem"], "items"> & { items: T[] };

export type Found = Schemas["Found"];
export type FoundMessage = Schemas["FoundMessage"];
/** A piece of a text, counted as JavaScript counts. */
export type Range = Schemas["Range"];

export type ContactItem = Schemas["ContactItem"];
export type ContactConsent = Schemas["ContactConsent"];
export type ContactProfile = Schemas["ContactProfile"];
export type ContactEdit = Schemas["ContactEdit"];
export type ContactImport = Schemas["ContactImport"];
export type NumberHealth = Schemas["NumberHealth"];
export type Catalogue = Schemas["Catalogue"];
export type CatalogueProduct = Schemas["CatalogueProduct"];
export type NumberSetup = Schemas["NumberSetup"];
export type BusinessProfile = Schemas["BusinessProfile"];
export type QrCode = Schemas["QrCode"];
export type NumberLimitation = Schemas["NumberLimitation"];
export type NumberFact = Schemas["NumberFact"];
export type NumberSync = Schemas["NumberSync"];
export type NumberToken = Schemas["NumberToken"];
export type NumberReport = Schemas["NumberReport"];
export type AccountFact = Schemas["AccountFact"];
export type UnrecognisedCount = Schemas["UnrecognisedCount"];
export type StartRequest = Schemas["StartRequest"];
export type TemplateUse = Schemas["TemplateUse"];
export type TemplateView = Schemas["TemplateView"];
export type TemplateList = Schemas["TemplateList"];
export type Template = Schemas["Template"];
export type TemplateDraft = Schemas["Draft"];
export type ClashDecision = Schemas["ClashDecision"];

export type AssignmentRequest = Schemas["AssignmentRequest"];
export type TemplateOffer = Schemas["TemplateOffer"];
export type TemplateOffers = Schemas["TemplateOffers"];
export type ReplyRequest = Schemas["ReplyRequest"];
/** A file that is with the server, to be named in a reply. */
export type BroughtFile = Schemas["BroughtFile"];
export type FileLimit = Schemas["AttachmentLimit"];
export type ResolutionRequest = Schemas["ResolutionRequest"];

export type Me = Schemas["Me"];
export type Config = Schemas["Config"];

export type Permission = Schemas["Permission"];

/** How far somebody has come on the live socket. */
export type Place = Schemas["LivePlace"];
export type LiveFrames =
  | Schemas["LiveHello"]
  | Schemas["LiveEvent"]
  | Schemas["LiveGone"]
  | Schemas["LiveResync"]
  | Schemas["LiveCounts"]
  | Schemas["LiveHeartbeat"];

/** A refusal or a failure. When no service said anything, there is only its status and our word for it. */
export type Problem = Pick<Schemas["Problem"], "status" | "reasonKey"> &
  Partial<
    Schemas["Problem"] &
      Omit<Schemas["Refused"], "added" | "message"> & {
        added: TimelineItem[];
        message: TimelineItem;
        kind: FileLimit["kind"];
      }
  >;
