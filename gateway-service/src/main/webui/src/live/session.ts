import { createContext, use, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Api } from "../api/client";
import type { Config, Conversation, Counts, Me, Permission, Uuid, View } from "../api/types";
import type { Inbox } from "./inbox";
import type { Refusal } from "./sending";
import type { Mode } from "./drafts";
import type { Connection } from "./socket";
import type { ThreadSnapshot } from "./threads";
import { NOTHING, type ViewSnapshot } from "./viewSnapshot";

/** Who is signed in, to what, and the inbox that goes with it. */
export interface Session {
  me: Me;
  config: Config;
  /** What the server says now instead. */
  learn: (config: Config) => void;
  api: Api;
  inbox: Inbox;
  connection: {
    get: () => Connection;
    subscribe: (listener: () => void) => () => void;
    tryNow: () => void;
    /** A part of this page is not to be had any more: the server has a newer one. */
    outdated: () => void;
  };
  signIn: () => void;
  signOut: () => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("outside of a session");
  return session;
}

export const useInbox = (): Inbox => useSession().inbox;

export function useCan(): (permission: Permission) => boolean {
  const { me } = useSession();
  return useCallback((permission) => me.permissions.includes(permission), [me]);
}

/** A list, of all numbers or of one. */
export function useView(view: View, phoneNumberId: string | null): ViewSnapshot {
  const { store } = useInbox();
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(`v:${view}`, listener), [store, view]),
    () => (store.phoneNumberId() === phoneNumberId ? store.view(view) : NOTHING),
  );
}

export function useCounts(): Counts | null {
  const { store } = useInbox();
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe("counts", listener), [store]),
    store.counts,
  );
}

export function useConversation(id: Uuid): Conversation | null {
  const { store } = useInbox();
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(`c:${id}`, listener), [store, id]),
    () => store.conversation(id),
  );
}

export function useThread(id: Uuid): ThreadSnapshot | null {
  const { store } = useInbox();
  return useSyncExternalStore(
    useCallback((listener) => store.subscribe(`t:${id}`, listener), [store, id]),
    () => store.thread(id),
  );
}

export function useDraft(id: Uuid, mode: Mode): string {
  const { drafts } = useInbox();
  return useSyncExternalStore(drafts.subscribe, () => drafts.get(id, mode));
}

export function useRefusal(id: Uuid): Refusal | null {
  const inbox = useInbox();
  return useSyncExternalStore(inbox.subscribe, () => inbox.refusal(id));
}

export function useWaiting(): number {
  const inbox = useInbox();
  return useSyncExternalStore(inbox.subscribe, () => inbox.waiting());
}

export function useConnection(): Connection {
  const { connection } = useSession();
  return useSyncExternalStore(connection.subscribe, connection.get);
}

/** The server's time, anew every `every` milliseconds and whenever its clock jumps. */
export function useServerNow(every = 20_000): number {
  const { clock } = useInbox();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const tick = () => setNow(clock.now());
    const timer = setInterval(tick, every);
    const stop = clock.onJump(tick);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [clock, every]);
  return now;
}

/** Flips at the very moment, by the server's clock. */
export function useIsPast(instant: string | undefined): boolean {
  const { clock } = useInbox();
  const until = instant ? Date.parse(instant) : null;
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        if (until === null) return () => {};
        let timer: ReturnType<typeof setTimeout> | undefined;
        const arm = () => {
          clearTimeout(timer);
          const left = until - clock.now();
          if (left > 0) timer = setTimeout(() => (listener(), arm()), Math.min(left + 5, 60_000));
        };
        arm();
        const stop = clock.onJump(() => (listener(), arm()));
        return () => {
          clearTimeout(timer);
          stop();
        };
      },
      [clock, until],
    ),
    () => until === null || until <= clock.now(),
  );
}
