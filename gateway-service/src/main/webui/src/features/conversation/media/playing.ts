import type { Uuid } from "../../../api/types";
import { addressOf } from "./source";
import type { Tickets } from "./tickets";

/** What can be listened to. */
export interface Track {
  id: Uuid;
  conversationId: Uuid;
  /** Whose it is. */
  name: string;
  seconds: number | undefined;
}

export interface Playing {
  track: Track;
  state: "loading" | "playing" | "paused" | "failed";
  /** In seconds, as the length. */
  position: number;
  length: number;
}

export const SPEEDS = [1, 1.5, 2] as const;

/** The one thing that is listened to: it goes on whatever conversation is on the screen. */
export class Player {
  readonly #listeners = new Set<() => void>();
  #audio: HTMLAudioElement | null = null;
  /** Of what the element has the sound. */
  #loaded: Track | null = null;
  #tickets: Tickets | null = null;
  #renewed = false;
  #playing: Playing | null = null;
  #speed: number = SPEEDS[0];

  playing = (): Playing | null => this.#playing;
  speed = (): number => this.#speed;
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes on, or begins; what was listened to before ends. */
  play(track: Track, tickets: Tickets, from?: number): void {
    if (this.#audio && this.#playing?.state === "paused" && this.#loaded?.id === track.id) {
      if (from !== undefined) this.seek(from);
      this.#start(this.#audio);
      return;
    }
    this.#loaded = null;
    this.#tickets = tickets;
    this.#renewed = false;
    this.#audio?.pause();
    this.#show({ track, state: "loading", position: from ?? 0, length: track.seconds ?? 0 });
    this.#load(tickets.get(track.conversationId));
  }

  pause(): void {
    this.#audio?.pause();
    this.#becomes("paused");
  }

  seek(position: number): void {
    if (!this.#playing || !this.#audio) return;
    this.#audio.currentTime = position;
    this.#show({ ...this.#playing, position });
  }

  stop(): void {
    const audio = this.#audio;
    this.#audio = this.#loaded = null;
    audio?.pause();
    audio?.removeAttribute("src");
    this.#show(null);
  }

  setSpeed(speed: number): void {
    this.#speed = speed;
    if (this.#audio) this.#audio.playbackRate = speed;
    this.#announce();
  }

  #load(asked: Promise<string>): void {
    const wanted = this.#playing?.track;
    if (!wanted) return;
    const isWanted = () => this.#playing?.track === wanted && this.#playing.state !== "paused";
    asked.then(
      (ticket) => {
        if (!isWanted()) return;
        this.#audio ??= this.#element();
        this.#loaded = wanted;
        this.#audio.src = addressOf(wanted, ticket);
        this.#audio.currentTime = this.#playing?.position ?? 0;
        this.#start(this.#audio);
      },
      () => isWanted() && this.#becomes("failed"),
    );
  }

  #start(audio: HTMLAudioElement): void {
    audio.playbackRate = this.#speed;
    // What fails to load is told as an error; what was stopped meanwhile is no failure.
    audio.play().catch(() => {});
  }

  #element(): HTMLAudioElement {
    const audio = new Audio();
    const when = (event: string, then: () => unknown) =>
      audio.addEventListener(event, () => this.#audio === audio && then());
    when("playing", () => this.#becomes("playing"));
    // What was listened to before is paused when another begins: that tells nothing of the other.
    when("pause", () => this.#playing?.state === "playing" && this.#becomes("paused"));
    when("timeupdate", () => this.#moved(audio));
    when("durationchange", () => this.#moved(audio));
    when("ended", () => this.seek(0));
    when("error", () => this.#failed());
    return audio;
  }

  #moved({ currentTime: position, duration, readyState }: HTMLAudioElement): void {
    if (!this.#playing || readyState === 0) return;
    // Some recordings do not know how long they are before their end.
    const length = Number.isFinite(duration) ? duration : this.#playing.length;
    this.#show({ ...this.#playing, position, length });
  }

  /** A ticket that ran out is renewed, once; it goes on from where it was. */
  #failed(): void {
    if (!this.#playing) return;
    if (this.#renewed || !this.#tickets) return this.#becomes("failed");
    this.#renewed = true;
    this.#load(this.#tickets.renewed(this.#playing.track.conversationId));
  }

  #becomes(state: Playing["state"]): void {
    if (this.#playing) this.#show({ ...this.#playing, state });
  }

  #show(playing: Playing | null): void {
    this.#playing = playing;
    this.#announce();
  }

  #announce(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** There is one loudspeaker. */
export const player = new Player();
