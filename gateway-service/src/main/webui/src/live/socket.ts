import type { Counts } from "../api/types";
import { backOff } from "../lib/backoff";
import { type EventPlace, type Frame, type LiveEvent, type Place } from "./events";

export type Connection =
  | { phase: "connecting"; since: number }
  | { phase: "online" }
  | { phase: "waiting"; since: number; nextTryAt: number }
  | { phase: "signed-out" }
  /** The server is of another version than this page. */
  | { phase: "outdated" };

export interface LiveTokens {
  token: () => Promise<string>;
  renewed: () => Promise<string>;
  /** Local time at which the token in use ends. */
  expiresAt: () => number;
}

export interface LiveSocketOptions {
  url: string;
  tokens: LiveTokens;
  onEvent: (event: LiveEvent) => void;
  onGone: (conversationId: string) => void;
  /** The gap cannot be replayed, or there was none to replay: read what is shown again. */
  onResync: () => void;
  onCounts: (counts: Counts) => void;
  onServerTime: (serverTime: string) => void;
  onConnection: (connection: Connection) => void;
  /** The first hello, or one after a gap. */
  onHello?: (first: boolean) => void;
  isSignedOut: (error: unknown) => boolean;
  open?: (url: string, protocols: string[]) => WebSocket;
  random?: () => number;
}

/** What this page understands. */
const PROTOCOL = 2;
const DEAD_AFTER = 45_000;
const RENEW_BEFORE = 60_000;

/**
 * One WebSocket, for ever: it comes back by itself, goes on where it was, and changes to a new token before the
 * old one ends without a moment in which nobody listens.
 */
export class LiveSocket {
  readonly #options: LiveSocketOptions;
  #socket: WebSocket | null = null;
  #successor: WebSocket | null = null;
  #place: Place | null = null;
  #lastFrame = 0;
  #failures = 0;
  #downSince: number | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #renew: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #attempt = 0;
  #stopped = true;

  constructor(options: LiveSocketOptions) {
    this.#options = options;
  }

  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#downSince = Date.now();
    globalThis.addEventListener?.("online", this.now);
    globalThis.document?.addEventListener("visibilitychange", this.#seen);
    this.#watch = setInterval(() => this.#lookForLife(), 5_000);
    void this.#connect(false);
  }

  stop(): void {
    this.#stopped = true;
    this.#attempt++;
    clearTimeout(this.#retry);
    clearTimeout(this.#renew);
    clearInterval(this.#watch);
    globalThis.removeEventListener?.("online", this.now);
    globalThis.document?.removeEventListener("visibilitychange", this.#seen);
    for (const socket of [this.#socket, this.#successor]) socket?.close(1000);
    this.#socket = this.#successor = null;
  }

  /** Try at once instead of waiting. */
  now = (): void => {
    if (this.#stopped || this.#socket) return;
    clearTimeout(this.#retry);
    void this.#connect(false);
  };

  #seen = (): void => {
    if (document.visibilityState !== "visible") return;
    this.#lookForLife();
    this.now();
  };

  #lookForLife(): void {
    if (this.#socket?.readyState === 1 && Date.now() - this.#lastFrame > DEAD_AFTER) this.#lost(this.#socket);
  }

  async #connect(successor: boolean): Promise<void> {
    const attempt = ++this.#attempt;
    if (!successor) this.#options.onConnection({ phase: "connecting", since: this.#downSince ?? Date.now() });
    let token: string;
    try {
      token = await (successor ? this.#options.tokens.renewed() : this.#options.tokens.token());
    } catch (error) {
      if (this.#stopped || attempt !== this.#attempt) return;
      if (this.#options.isSignedOut(error)) this.#options.onConnection({ phase: "signed-out" });
      else if (successor) this.#scheduleRenewal(5_000);
      else this.#waitAndRetry();
      return;
    }
    if (this.#stopped || attempt !== this.#attempt) return;
    const open = this.#options.open ?? ((url, protocols) => new WebSocket(url, protocols));
    const socket = open(this.#options.url, [
      "bearer-token-carrier",
      encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`),
    ]);
    if (successor) this.#successor = socket;
    else this.#socket = socket;
    const opening = setTimeout(() => socket.close(), 15_000);
    socket.onmessage = ({ data }) => {
      clearTimeout(opening);
      this.#receive(socket, String(data));
    };
    socket.onclose = socket.onerror = () => {
      clearTimeout(opening);
      this.#lost(socket);
    };
  }

  #receive(socket: WebSocket, text: string): void {
    if (socket !== this.#socket && socket !== this.#successor) return;
    let frame: Frame;
    try {
      frame = JSON.parse(text) as Frame;
    } catch {
      return;
    }
    this.#lastFrame = Date.now();
    switch (frame.type) {
      case "hello":
        this.#welcome(socket, frame);
        break;
      case "event":
        this.#passed(frame.at);
        this.#options.onEvent(frame.event);
        break;
      case "gone":
        this.#passed(frame.at);
        this.#options.onGone(frame.conversationId);
        break;
      case "resync":
        this.#place = frame.at;
        this.#options.onResync();
        break;
      case "counts":
        this.#options.onCounts(frame.counts);
        break;
      case "heartbeat":
        this.#options.onServerTime(frame.serverTime);
        if (frame.at) this.#place = frame.at;
        break;
    }
  }

  #welcome(socket: WebSocket, hello: Extract<Frame, { type: "hello" }>): void {
    this.#options.onServerTime(hello.serverTime);
    if (hello.protocol !== PROTOCOL) {
      this.stop();
      this.#options.onConnection({ phase: "outdated" });
      return;
    }
    if (socket === this.#successor) {
      const old = this.#socket;
      this.#socket = socket;
      this.#successor = null;
      if (old) {
        old.onclose = old.onerror = old.onmessage = null;
        old.close(1000);
      }
    }
    const first = this.#place === null;
    this.#place ??= hello.at;
    socket.send(JSON.stringify({ type: "resume", at: this.#place }));
    this.#failures = 0;
    this.#downSince = null;
    this.#options.onConnection({ phase: "online" });
    this.#options.onHello?.(first);
    this.#scheduleRenewal(this.#options.tokens.expiresAt() - Date.now() - RENEW_BEFORE);
  }

  /** Each stream comes in its order, so what came last is how far it is. */
  #passed([stream, offset]: EventPlace): void {
    if (this.#place) this.#place.next[stream] = offset + 1;
  }

  #scheduleRenewal(delay: number): void {
    clearTimeout(this.#renew);
    this.#renew = setTimeout(() => void this.#connect(true), Math.min(Math.max(delay, 5_000), 2 ** 31 - 1));
  }

  #lost(socket: WebSocket): void {
    socket.onclose = socket.onerror = socket.onmessage = null;
    try {
      socket.close();
    } catch {
      // It was never open.
    }
    if (socket === this.#successor) {
      this.#successor = null;
      this.#scheduleRenewal(5_000);
      return;
    }
    if (socket !== this.#socket || this.#stopped) return;
    this.#socket = null;
    clearTimeout(this.#renew);
    if (this.#successor) {
      // The new one is on its way already: it takes over.
      this.#socket = this.#successor;
      this.#successor = null;
      return;
    }
    this.#waitAndRetry();
  }

  #waitAndRetry(): void {
    this.#downSince ??= Date.now();
    const delay = backOff(this.#failures++, this.#options.random);
    this.#options.onConnection({ phase: "waiting", since: this.#downSince, nextTryAt: Date.now() + delay });
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#connect(false), delay);
  }
}
