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

const place = (...next: number[]) => ({ streams: "s", next });
const hello = (...next: number[]) => ({
  type: "hello",
  at: place(...next),
  serverTime: "2026-01-01T00:00:00Z",
  protocol: 2,
});
const event = (stream: number, offset: number) => ({
  type: "event",
  at: [stream, offset],
  event: { type: "x.v1", id: `${stream}/${offset}`, data: { conversationId: "c" } },
});
const resume = (...next: number[]) => ({ type: "resume", at: place(...next) });

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
    onCounts: (counts) => heard.push(`mine ${counts.mine}`),
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

  it("carries the token in the sub-protocol and asks for what happens from now on", async () => {
    const { socket, phases } = setUp();
    await settle();
    expect(last().protocols).toEqual([
      "bearer-token-carrier",
      encodeURIComponent("quarkus-http-upgrade#Authorization#Bearer token-0"),
    ]);
    last().says(hello(4, 7));
    expect(last().sent).toEqual([resume(4, 7)]);
    expect(phases).toEqual(["connecting", "online"]);
    socket.stop();
  });

  it("goes on where it was when it comes back, however far the server is", async () => {
    const { socket, heard } = setUp();
    await settle();
    last().says(hello(4, 7));
    last().says(event(1, 7));
    last().breaks();
    await vi.advanceTimersByTimeAsync(500);
    expect(FakeSocket.all).toHaveLength(2);
    last().says(hello(9, 9));
    expect(last().sent).toEqual([resume(4, 8)]);
    last().says(event(1, 8));
    expect(heard).toEqual(["1/7", "1/8"]);
    socket.stop();
  });

  it("passes on how many conversations there are, which says nothing about how far it is", async () => {
    const { socket, heard } = setUp();
    await settle();
    last().says(hello(4, 7));
    last().says({ type: "counts", counts: { mine: 3, unassigned: 0, all: 3, failed: 0, resolved: 0 } });
    last().breaks();
    await vi.advanceTimersByTimeAsync(500);
    last().says(hello(4, 7));
    expect(heard).toEqual(["mine 3"]);
    expect(last().sent).toEqual([resume(4, 7)]);
    socket.stop();
  });

  it("goes on from the middle of what it missed, if the line breaks there", async () => {
    const { socket } = setUp();
    await settle();
    last().says(hello(0, 0));
    last().breaks();
    await vi.advanceTimersByTimeAsync(500);
    last().says(hello(5, 5));
    last().says(event(0, 0));
    last().says({ type: "gone", at: [1, 3], conversationId: "c" });
    last().breaks();
    await vi.advanceTimersByTimeAsync(1_000);
    last().says(hello(6, 6));
    expect(last().sent).toEqual([resume(1, 4)]);
    socket.stop();
  });

  it("believes a heartbeat how far it is, when it says so", async () => {
    const { socket } = setUp();
    await settle();
    last().says(hello(0, 0));
    last().says({ type: "heartbeat", serverTime: "2026-01-01T00:00:20Z", at: place(30, 40) });
    last().says({ type: "heartbeat", serverTime: "2026-01-01T00:00:40Z" });
    last().breaks();
    await vi.advanceTimersByTimeAsync(500);
    last().says(hello(50, 50));
    expect(last().sent).toEqual([resume(30, 40)]);
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
    last().says(hello(0, 0));
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
    old.says(hello(0, 0));
    old.says(event(0, 0));
    for (let beat = 0; beat < 12; beat++) {
      await vi.advanceTimersByTimeAsync(20_000);
      old.says({ type: "heartbeat", serverTime: "2026-01-01T00:00:00Z" });
    }
    expect(FakeSocket.all).toHaveLength(2);
    expect(last().protocols[1]).toContain("token-1");
    expect(old.readyState).toBe(1);
    last().says(hello(9, 9));
    expect(last().sent).toEqual([resume(1, 0)]);
    expect(old.readyState).toBe(3);
    expect(phases.filter((phase) => phase === "waiting")).toEqual([]);
    socket.stop();
  });

  it("says that the page is outdated when the server speaks another language, and comes back no more", async () => {
    const { phases } = setUp();
    await settle();
    last().says({ ...hello(0, 0), protocol: 3 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phases).toEqual(["connecting", "outdated"]);
    expect(last().sent).toEqual([]);
    expect(FakeSocket.all).toHaveLength(1);
  });

  it("passes on what is gone and what must be read anew, and ignores what it does not know", async () => {
    const { socket, heard } = setUp();
    await settle();
    last().says(hello(0, 0));
    last().says({ type: "something-new" });
    last().onmessage?.({ data: "not json" });
    last().says({ type: "gone", at: [0, 0], conversationId: "c1" });
    last().says({ type: "resync", at: { streams: "anew", next: [3] } });
    expect(heard).toEqual(["gone c1", "resync"]);
    last().breaks();
    await vi.advanceTimersByTimeAsync(500);
    last().says(hello(8, 8));
    expect(last().sent).toEqual([{ type: "resume", at: { streams: "anew", next: [3] } }]);
    socket.stop();
  });
});
