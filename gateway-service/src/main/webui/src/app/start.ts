import { createApi } from "../api/client";
import type { Config } from "../api/types";
import type { AskedAgain } from "../live/askedAgain";
import { ServerClock } from "../live/clock";
import { Drafts } from "../live/drafts";
import { Inbox } from "../live/inbox";
import type { Session } from "../live/session";
import { type Connection, LiveSocket } from "../live/socket";
import { InboxStore } from "../live/store";
import { type Auth, SignedOut } from "./auth";

/** How long the first lists wait for the live feed, so that nothing falls between the two. */
const PATIENCE = 1_200;

/** Puts the parts together: one sign-in, one store, one socket. */
export async function startSession(config: Config, auth: Auth): Promise<Session> {
  const api = createApi(auth);
  const me = await api.me();
  const clock = new ServerClock();
  clock.heard(config.serverTime);
  const store = new InboxStore(me.id);
  const drafts = new Drafts(me.id);
  const inbox = new Inbox({
    api,
    store,
    drafts,
    clock,
    seesAll: me.permissions.includes("conversation.see.all"),
  });

  let asked: Promise<AskedAgain> | undefined;
  /** What was asked for and answered is read anew when something is heard that changes it. */
  const askAgain = (type?: string) =>
    void (asked ??= import("../live/askedAgain").then(({ askedAgainIn }) => askedAgainIn(api)))
      .then((again) => again.after(type))
      .catch(() => (asked = undefined));

  let connection: Connection = { phase: "connecting", since: Date.now() };
  const listeners = new Set<() => void>();
  const announce = (next: Connection) => {
    // A part of the page that is gone says nothing about the line.
    if (next.phase !== "outdated") inbox.connected(next.phase === "online");
    if (connection.phase === "signed-out" || connection.phase === "outdated") return;
    connection = next;
    for (const listener of [...listeners]) listener();
  };
  auth.onSignedOut(() => {
    drafts.save();
    announce({ phase: "signed-out" });
  });

  let late = false;
  const live = new Promise<void>((resolve) => {
    const socket = new LiveSocket({
      url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/live`,
      tokens: auth,
      onEvent: (event) => {
        if (/^template|^channel|consent/.test(event.type)) askAgain(event.type);
        inbox.receive(event);
      },
      onGone: inbox.gone,
      onResync: () => {
        askAgain();
        inbox.resync();
      },
      onCounts: (counts) => store.putCounts(counts),
      onServerTime: (time) => clock.heard(time),
      onConnection: announce,
      onHello: (first) => {
        resolve();
        if (first && late) inbox.resync();
      },
      isSignedOut: (error) => error instanceof SignedOut,
    });
    tryNow = socket.now;
    socket.start();
  });
  await Promise.race([
    live,
    new Promise<void>((resolve) =>
      setTimeout(() => {
        late = true;
        resolve();
      }, PATIENCE),
    ),
  ]);
  void inbox.begin();

  addEventListener("beforeunload", (event) => {
    if (inbox.waiting() > 0) event.preventDefault();
  });

  return {
    me,
    config,
    learn: () => {},
    api,
    inbox,
    connection: {
      get: () => connection,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      tryNow: () => tryNow(),
      outdated: () => announce({ phase: "outdated" }),
    },
    signIn: auth.signIn,
    signOut: () => {
      drafts.clear();
      auth.signOut();
    },
  };
}

let tryNow: () => void = () => {};
