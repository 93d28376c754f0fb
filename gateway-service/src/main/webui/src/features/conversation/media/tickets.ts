import type { Api } from "../../../api/client";
import type { Uuid } from "../../../api/types";
import type { ServerClock } from "../../../live/clock";

/** A ticket that ends so soon is renewed first. */
const SOON = 30_000;

interface Ticket {
  ticket: string;
  until: number;
}

/** What lets the browser's own elements load the files of a conversation, which cannot say who asks. */
export class Tickets {
  readonly #api: Pick<Api, "mediaTicket">;
  readonly #clock: ServerClock;
  readonly #known = new Map<Uuid, Ticket>();
  readonly #asked = new Map<Uuid, Promise<string>>();

  constructor(api: Pick<Api, "mediaTicket">, clock: ServerClock) {
    this.#api = api;
    this.#clock = clock;
  }

  /** One that is good for a while, if there is one. */
  good(conversation: Uuid): string | null {
    const known = this.#known.get(conversation);
    return known && known.until - SOON > this.#clock.now() ? known.ticket : null;
  }

  /** One that is good for a while; whoever asks meanwhile gets the same. */
  get(conversation: Uuid): Promise<string> {
    const good = this.good(conversation);
    return good === null ? this.renewed(conversation) : Promise.resolve(good);
  }

  /** A new one: the server did not take the last one. */
  renewed(conversation: Uuid): Promise<string> {
    const asked = this.#asked.get(conversation) ?? this.#ask(conversation);
    this.#asked.set(conversation, asked);
    return asked;
  }

  async #ask(conversation: Uuid): Promise<string> {
    try {
      const { ticket, expiresAt } = await this.#api.mediaTicket(conversation);
      this.#known.set(conversation, { ticket, until: Date.parse(expiresAt) });
      return ticket;
    } finally {
      this.#asked.delete(conversation);
    }
  }
}

const all = new WeakMap<Api, Tickets>();

export function ticketsOf(api: Api, clock: ServerClock): Tickets {
  const tickets = all.get(api) ?? new Tickets(api, clock);
  all.set(api, tickets);
  return tickets;
}
