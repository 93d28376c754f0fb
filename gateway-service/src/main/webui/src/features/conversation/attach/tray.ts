import { ApiProblem, type Api } from "../../../api/client";
import type { BroughtFile, FileLimit, Problem, ReplyRequest, Uuid } from "../../../api/types";
import type { RefusedFile } from "../../../live/refusedFiles";
import { dropLocal, keepLocal } from "../media/local";
import { KeptFiles } from "./keptFiles";
import { type Upload, upload } from "./upload";

export type Kind = BroughtFile["kind"];
type ReplyContent = ReplyRequest["content"];

/** A file that is to be sent. */
export interface TrayFile {
  id: Uuid;
  name: string;
  type: string;
  size: number;
  /** Where this page has it; `null` when it has been loaded again since. */
  url: string | null;
  kind: Kind;
  /** `failed`: the line broke, and it can be tried again. `refused`: it cannot be sent. */
  state: "uploading" | "ready" | "failed" | "refused";
  /** How much of it is there, from 0 to 1. */
  progress: number;
  /** It is to be a document, whatever it is. */
  document?: true;
  /** It would be a sticker, were it no larger than this, in bytes. */
  noSticker?: number;
  /** It was spoken here. */
  voice?: true;
  /** It goes as soon as the server has it, and with nothing else. */
  alone?: true;
  problem?: (Pick<Problem, "reasonKey"> & Pick<Partial<Problem>, "limit" | "kind">) | undefined;
}

/** Whether it could also go as a document. */
export const mayBeDocument = ({ kind, state, problem, size, voice }: TrayFile): boolean =>
  kind !== "document" &&
  !voice &&
  (state === "ready" || (problem?.reasonKey === "file-too-large" && size <= LARGEST_DOCUMENT));

const LARGEST_DOCUMENT = 100 * 1024 * 1024;
const AT_ONCE = 2;
const LONGEST_CAPTION = 1024;
const WITH_CAPTION: readonly Kind[] = ["image", "video", "document"];

/** As what the server will take it, as far as its type tells; the server looks into it. */
export function kindOf(type: string, limits: readonly FileLimit[]): Kind {
  const limit = limits.find(({ kind, types }) => kind !== "sticker" && types.includes(type));
  return limit?.kind ?? "document";
}

/** The files that are to be sent to one customer, in order. They are uploaded at once, and sent when the operator says so. */
export class Tray {
  readonly #api: Api;
  readonly #conversation: Uuid;
  readonly #sources = new Map<Uuid, File>();
  readonly #uploads = new Map<Uuid, Upload>();
  readonly #listeners = new Set<() => void>();
  #files: readonly TrayFile[] = [];

  readonly #kept: KeptFiles;
  readonly #sent: Map<Uuid, TrayFile>;

  constructor(api: Api, conversation: Uuid, me: Uuid) {
    this.#api = api;
    this.#conversation = conversation;
    this.#kept = new KeptFiles(me, conversation);
    const { ready, sent } = this.#kept.read();
    this.#files = ready;
    this.#sent = new Map(sent.map((file) => [file.id, file]));
  }

  files = (): readonly TrayFile[] => this.#files;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(sources: readonly File[], limits: readonly FileLimit[]): void {
    const added = sources.map((source): TrayFile => {
      const id = crypto.randomUUID();
      const { name, type, size } = source;
      const kind = kindOf(type, limits);
      const limit = limits.find((each) => each.kind === kind)?.mostBytes ?? Infinity;
      const refused = size === 0 ? { reasonKey: "empty" } : size > limit ? tooLarge(kind, limit) : undefined;
      const sticker = limits.find((each) => each.kind === "sticker" && each.types.includes(type));
      this.#sources.set(id, source);
      const { url } = keepLocal(id, source);
      return {
        ...{ id, name, type, size, url, kind, progress: 0 },
        ...(sticker && size > sticker.mostBytes ? { noSticker: sticker.mostBytes } : {}),
        ...(refused ? { state: "refused", problem: refused } : { state: "uploading" }),
      };
    });
    this.#put([...this.#files, ...added]);
    this.#uploadNext();
  }

  /** Files of which the reply was refused: they can be sent again, but for those that are the reason. */
  giveBack(refused: readonly RefusedFile[]): void {
    const back = refused
      .filter(({ id }) => !this.#files.some((file) => file.id === id))
      .map((file): TrayFile => {
        const known = this.#sent.get(file.id) ?? unnamed(file);
        return { ...known, state: file.problem ? "refused" : "ready", problem: file.problem };
      });
    if (back.length > 0) this.#put([...back, ...this.#files]);
  }

  remove(id: Uuid): void {
    this.#uploads.get(id)?.cancel();
    this.#uploads.delete(id);
    this.#sources.delete(id);
    dropLocal(id);
    this.#put(this.#files.filter((file) => file.id !== id));
    this.#uploadNext();
  }

  retry(id: Uuid): void {
    this.#change(id, { state: "uploading", progress: 0 });
    this.#uploadNext();
  }

  /** What WhatsApp would show, or would not take in its size, goes as a file to be saved. */
  asDocument(id: Uuid): void {
    const file = this.#files.find((each) => each.id === id);
    if (!file) return;
    const { state } = file;
    this.#change(id, {
      ...{ kind: "document", document: true, problem: undefined },
      ...(state === "refused" ? { state: "uploading", progress: 0 } : {}),
    });
    this.#uploadNext();
  }

  /** @param by one place up or down */
  move(id: Uuid, by: -1 | 1): void {
    const from = this.#files.findIndex((file) => file.id === id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= this.#files.length) return;
    const files = [...this.#files];
    files.splice(to, 0, ...files.splice(from, 1));
    this.#put(files);
  }

  /** Takes all of it out, as messages: one for each file; the text goes with the first that can have a caption. */
  takeAll(text: string): ReplyContent[] {
    const captioned = this.captioned(text);
    const taken = this.#files.filter(({ alone }) => !alone);
    const contents = taken.map((file) => contentOf(file, file === captioned ? text : ""));
    for (const file of taken) {
      this.#sent.set(file.id, file);
      this.#sources.delete(file.id);
    }
    this.#put(this.#files.filter(({ alone }) => alone));
    return text !== "" && !captioned ? [{ type: "text", text }, ...contents] : contents;
  }

  /** What was spoken goes by itself, and only comes into the tray when it does not reach the server. */
  speak(source: File, send: (content: ReplyContent) => void): void {
    const id = crypto.randomUUID();
    const { name, type, size } = source;
    const { url } = keepLocal(id, source);
    this.#sources.set(id, source);
    this.#voices.set(id, send);
    this.#put([
      ...this.#files,
      { id, name, type, size, url, kind: "audio", state: "uploading", progress: 0, voice: true, alone: true },
    ]);
    this.#uploadNext();
  }

  readonly #voices = new Map<Uuid, (content: ReplyContent) => void>();

  /** Below which of them the text will stand. */
  captioned = (text: string): TrayFile | undefined =>
    text === "" || [...text].length > LONGEST_CAPTION
      ? undefined
      : this.#files.find(({ kind }) => WITH_CAPTION.includes(kind));

  #uploadNext(): void {
    for (const file of this.#files) {
      if (this.#uploads.size >= AT_ONCE) return;
      const source = this.#sources.get(file.id);
      if (source && file.state === "uploading" && !this.#uploads.has(file.id)) this.#upload(file.id, source);
    }
  }

  #upload(id: Uuid, source: File): void {
    const document = this.#files.find((each) => each.id === id)?.document === true;
    const under = upload(
      this.#api.tokens,
      this.#conversation,
      id,
      source,
      (progress) => this.#change(id, { progress }),
      document,
    );
    this.#uploads.set(id, under);
    const isOver = () => {
      if (this.#uploads.get(id) === under) this.#uploads.delete(id);
    };
    under.done.then(
      ({ kind, size }) => {
        isOver();
        const asWanted = this.#files.find((each) => each.id === id)?.document ? "document" : kind;
        this.#change(id, { state: "ready", progress: 1, kind: asWanted, size });
        this.#spoken(id);
        this.#uploadNext();
      },
      (error: unknown) => {
        isOver();
        this.#change(
          id,
          error instanceof ApiProblem && error.status < 500 && error.status !== 408
            ? { state: "refused", problem: error.problem }
            : { state: "failed" },
        );
        this.#uploadNext();
      },
    );
  }

  #spoken(id: Uuid): void {
    const send = this.#voices.get(id);
    const file = this.#files.find((each) => each.id === id);
    if (!send || !file) return;
    this.#voices.delete(id);
    const { alone: _, ...spoken } = file;
    this.#sent.set(id, spoken);
    this.#sources.delete(id);
    this.#put(this.#files.filter((each) => each !== file));
    send(contentOf(file, ""));
  }

  #change(id: Uuid, change: Partial<TrayFile>): void {
    this.#put(this.#files.map((file) => (file.id === id ? { ...file, ...change } : file)));
  }

  #put(files: readonly TrayFile[]): void {
    this.#files = files;
    this.#kept.write({
      ready: files.filter(({ state, alone }) => state === "ready" && !alone),
      sent: [...this.#sent.values()],
    });
    for (const listener of [...this.#listeners]) listener();
  }
}

const tooLarge = (kind: Kind, limit: number) => ({ reasonKey: "file-too-large", kind, limit });

function contentOf({ id, kind, voice }: TrayFile, caption: string): ReplyContent {
  if (voice) return { type: "voice", attachmentId: id };
  const words = caption === "" ? {} : { caption };
  switch (kind) {
    case "image":
    case "video":
    case "document":
      return { type: kind, attachmentId: id, ...words };
    case "audio":
    case "sticker":
      return { type: kind, attachmentId: id };
  }
}

/** Nothing is known of it but as what it was to be sent. */
const unnamed = ({ id, as }: RefusedFile): TrayFile => ({
  ...{ id, name: "", type: "", size: 0, url: null, state: "ready", progress: 1 },
  ...(as === "voice" ? { kind: "audio", voice: true } : { kind: as }),
});

const trays = new Map<Uuid, Tray>();

/** The one of a conversation: it stays while one looks at another. */
export function trayOf(api: Api, conversation: Uuid, me: Uuid): Tray {
  let tray = trays.get(conversation);
  if (!tray) trays.set(conversation, (tray = new Tray(api, conversation, me)));
  return tray;
}
