import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Connection, LiveSocket } from "../src/live/socket";

class FakeSocket {
  static all: FakeSocket[] = [];
  readyState = 1;
  sent: unknown[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly protocols: string[];
  constructor(_url: string, protocols: string[]) {
    this.protocols = protocols;
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.readyState = 3;
    this.onclose?.();
  }
  says(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  breaks() {
    this.readyState = 3;
    this.onclose?.();
  }
}

const hello = (cursor: string) => ({
  type: "hello",
  cursor,
  serverTime: "2026-01-01T00:00:00Z",
  protocol: 1,
});
const event = (cursor: string) => ({
  type: "event",
  cursor,
  event: { type: "x.v1", id: cursor, data: { conversationId: "c" } },
});

function setUp() {
  const phases: string[] = [];
  let latest: Connection | null = null;
  const heard: string[] = [];
  let number = 0;
  let expiresAt = Date.now() + 300_000;
  const socket = new LiveSocket({
    url: "ws://x/api/live",
    tokens: {
      token: () => Promise.resolve(`token-${number}`),
      renewed: () => {
        expiresAt = Date.now() + 300_000;
        return Promise.resolve(`token-${++number}`);
      },
      expiresAt: () => expiresAt,
    },
    onEvent: (event) => heard.push(event.id),
    onGone: (id) => heard.push(`gone ${id}`),
    onResync: () => heard.push("resync"),
    onServerTime: () => {},
    onConnection: (connection) => {
      latest = connection;
      phases.push(connection.phase);
    },
    isSignedOut: () => false,
    random: () => 1,
    open: (url, protocols) => new FakeSocket(url, protocols) as unknown as WebSocket,
  });
  socket.start();
  return { socket, phases, heard, connection: () => latest };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const last = () => FakeSocket.all.at(-1)!;

describe("the live socket", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.all = [];
  });
  afterEach(() => vi.useRealTimers());

  it("carries the token in the sub-protocol and tells nothing of the past at first", async () => {
    const { socket, phases } = setUp();
    await settle();
    expect(last().protocols).toEqual([
      "bearer-token-carrier",
      encodeURIComponent("quarkus-http-upgrade#Authorization#Bearer token-0"),
    ]);
    last().says(hello("a"));
    expect(last().sent).toEqual([]);
    expect(phases).toEqual(["connecting", "online"]);
    socket.stop();
  });

  it("goes on after the last cursor when it comes back", async () => {
    const { socket, heard } = setUp();
    await settle();
    last().says(hello("a"));
    last().says(event("b"));
    last().breaks();
    await vi.advanceTimersByTimeAsync(500);
    expect(FakeSocket.all).toHaveLength(2);
    last().says(hello("k"));
    expect(last().sent).toEqual([{ type: "resume", cursor: "b" }]);
    last().says(event("c"));
    expect(heard).toEqual(["b", "c"]);
    socket.stop();
  });

  it("starts the replay again from where it began, if the line breaks in the middle of it", async () => {
    const { socket } = setUp();
    await settle();
    last().says(hello("a"));
    last().breaks();
    await vi.advanceTimersByTimeAsync(500);
    last().says(hello("k"));
    last().says(event("live-newer"));
    last().breaks();
    await vi.advanceTimersByTimeAsync(1_000);
    last().says(hello("m"));
    expect(last().sent).toEqual([{ type: "resume", cursor: "a" }]);
    last().says({ type: "resumed", cursor: "n" });
    last().breaks();
    await vi.advanceTimersByTimeAsync(1_000);
    last().says(hello("o"));
    expect(last().sent).toEqual([{ type: "resume", cursor: "n" }]);
    socket.stop();
  });

  it("waits longer each time, at most fifteen seconds, and tries at once when told to", async () => {
    const { socket, connection } = setUp();
    await settle();
    const waits: number[] = [];
    for (let round = 0; round < 8; round++) {
      last().breaks();
      const state = connection();
      if (state?.phase === "waiting") waits.push(state.nextTryAt - Date.now());
      await vi.advanceTimersByTimeAsync(waits.at(-1)!);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
    last().breaks();
    const before = FakeSocket.all.length;
    socket.now();
    await settle();
    expect(FakeSocket.all).toHaveLength(before + 1);
    socket.stop();
  });

  it("takes 45 seconds of silence for a broken line", async () => {
    const { socket, phases } = setUp();
    await settle();
    last().says(hello("a"));
    await vi.advanceTimersByTimeAsync(40_000);
    last().says({ type: "heartbeat", serverTime: "2026-01-01T00:00:40Z" });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(phases.at(-1)).toBe("online");
    await vi.advanceTimersByTimeAsync(11_000);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
    socket.stop();
  });

  it("opens a new socket with a new token before the old one ends, and then closes the old", async () => {
    const { socket, phases } = setUp();
    await settle();
    const old = last();
    old.says(hello("a"));
    old.says(event("b"));
    for (let beat = 0; beat < 12; beat++) {
      await vi.advanceTimersByTimeAsync(20_000);
      old.says({ type: "heartbeat", serverTime: "2026-01-01T00:00:00Z" });
    }
    expect(FakeSocket.all).toHaveLength(2);
    expect(last().protocols[1]).toContain("token-1");
    expect(old.readyState).toBe(1);
    last().says(hello("z"));
    expect(last().sent).toEqual([{ type: "resume", cursor: "b" }]);
    expect(old.readyState).toBe(3);
    expect(phases.filter((phase) => phase === "waiting")).toEqual([]);
    socket.stop();
  });

  it("passes on what is gone and what must be read anew, and ignores what it does not know", async () => {
    const { socket, heard } = setUp();
    await settle();
    last().says(hello("a"));
    last().says({ type: "something-new" });
    last().onmessage?.({ data: "not json" });
    last().says({ type: "gone", conversationId: "c1" });
    last().says({ type: "resync", cursor: "r" });
    expect(heard).toEqual(["gone c1", "resync"]);
    last().breaks();
    await vi.advanceTimersByTimeAsync(500);
    last().says(hello("s"));
    expect(last().sent).toEqual([{ type: "resume", cursor: "r" }]);
    socket.stop();
  });
});
