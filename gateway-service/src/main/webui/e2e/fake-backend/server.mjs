// Serves the preview build and plays the contract with fixtures. For looking at the app without Keycloak, Kafka and
// PostgreSQL; for development only. `npm run preview:fixtures`, then http://localhost:4180/?as=anna (bruno, carla, elena).
//
// POST /control/<what> makes things happen: customer {name,text}, take {name,as}, takeOver {name,as}, note {name,as,text},
// resolve {name,as}, status {status}, jump {hours}, drop {seconds}, fail {path,status}, slow {milliseconds}, long {count}, many {count}.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { WebSocketServer } from "ws";
import { fixtures, inOrder, longConversation, PEOPLE, PERMISSIONS, Refusal, World } from "./world.mjs";

const PORT = Number(process.env.PORT ?? 4180);
const DIST = new URL("../../dist-preview/", import.meta.url).pathname;
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; " +
  "connect-src 'self' http://localhost:8180; frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; " +
  "form-action 'self' http://localhost:8180; require-trusted-types-for 'script'";
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

const world = new World();
if (process.env.EMPTY !== "1") fixtures(world);
const failing = new Map();
let slow = 0;
let closedUntil = 0;

const person = (name) => ({ username: name, ...PEOPLE[name] });
const permissionsOf = (who) => PERMISSIONS[who.roles[0]];
const require = (who, permission) => {
  if (!permissionsOf(who).includes(permission)) throw new Refusal(403, "not-allowed", { permission });
};

const belongs = (row, view, me) =>
  view === "resolved"
    ? row.status === "resolved"
    : row.status === "open" &&
      (view === "all" || (view === "mine" ? row.assignee?.id === me : !row.assignee));

const page = (all, query, fallback = 50) => {
  const from = Number(query.get("cursor") ?? 0);
  const limit = Number(query.get("limit") ?? fallback);
  const items = all.slice(from, from + limit);
  return { items, nextCursor: from + limit < all.length ? String(from + limit) : null };
};

function config() {
  return {
    keycloak: { url: "http://localhost:8180", realm: "centralino", clientId: "centralino-web" },
    simulatorUrl: "http://localhost:8090",
    numbers: [{ phoneNumberId: "510000000000023", number: "39 02 9999 0001", name: "Casa Lume" }],
    serverTime: world.instant(),
  };
}

function lists(path, query, who) {
  const rows = [...world.conversations.values()];
  if (path === "/api/conversations/counts") {
    return Object.fromEntries(
      ["mine", "unassigned", "all", "resolved"].map((view) => [
        view,
        rows.filter((row) => belongs(row, view, who.id)).length,
      ]),
    );
  }
  const view = query.get("view") ?? "all";
  const key = (row) => row.lastActivityAt + row.id;
  const listed = rows.filter((row) => belongs(row, view, who.id)).sort((a, b) => (key(a) < key(b) ? 1 : -1));
  const { items, nextCursor } = page(listed, query);
  return { items: items.map((row) => world.row(row, who.id)), nextCursor };
}

function ofConversation(method, id, rest, query, body, who) {
  const conversation = world.conversations.get(id);
  if (!conversation) throw new Refusal(404, "not-found");
  switch (`${method} ${rest}`) {
    case "GET ":
      return world.row(conversation, who.id);
    case "GET timeline": {
      const items = inOrder(conversation.items);
      const end = query.get("before") ? Number(query.get("before")) : items.length;
      const start = Math.max(0, end - Number(query.get("limit") ?? 50));
      return { items: items.slice(start, end), nextCursor: start > 0 ? String(start) : null };
    }
    case "GET history":
      return page([...conversation.history].reverse(), query);
    case "GET notes":
      return page(conversation.notes, query, 100);
    case "POST notes":
      require(who, "note.write");
      return world.note(conversation, who, body);
    case "POST replies":
      require(who, "conversation.reply");
      return answered(conversation, world.reply(conversation, who, body));
    case "POST assignment":
      require(who, body?.takeOver ? "conversation.take-over" : "conversation.take");
      world.assign(conversation, who, body ?? {});
      return assignmentOf(conversation);
    case "DELETE assignment":
      world.release(conversation, who);
      return assignmentOf(conversation);
    case "POST resolve":
    case "POST reopen":
      require(who, "conversation.resolve");
      world.decide(conversation, who, rest === "resolve" ? "resolved" : "open");
      return world.row(conversation, who.id);
    case "PUT read":
      conversation.reads.set(who.id, Math.max(conversation.reads.get(who.id) ?? 0, body.sequence));
      return null;
    default:
      throw new Refusal(404, "not-found");
  }
}

const assignmentOf = ({ id, epoch, assignee }) => ({
  conversationId: id,
  epoch,
  assignee,
  since: world.instant(),
});

/** The phone answers: sent, delivered, read. */
function answered(conversation, item) {
  if (item.status === "queued") {
    for (const [delay, status] of [
      [250, "accepted"],
      [600, "sent"],
      [1200, "delivered"],
      [2600, "read"],
    ]) {
      setTimeout(() => world.status(conversation, item, status), delay);
    }
  }
  return structuredClone(item);
}

function control(what, body) {
  const named = () => [...world.conversations.values()].find((row) => row.contact.name === body.name);
  const actions = {
    customer: () => world.customerWrites(named() ?? world.open(body.name, "+39 347 000 0001"), body.text),
    take: () => world.assign(named(), person(body.as)),
    takeOver: () => world.assign(named(), person(body.as), { takeOver: true }),
    release: () => world.release(named(), person(body.as)),
    note: () => world.note(named(), person(body.as), { text: body.text }),
    resolve: () => world.decide(named(), person(body.as), "resolved"),
    jump: () => {
      world.offset += body.hours * 3_600_000;
      for (const socket of sockets.clients) heartbeat(socket);
    },
    drop: () => {
      closedUntil = Date.now() + body.seconds * 1000;
      for (const socket of sockets.clients) socket.terminate();
    },
    gone: () => {
      const frame = JSON.stringify({ type: "gone", conversationId: named().id });
      for (const socket of sockets.clients) socket.send(frame);
    },
    fail: () => (body.status ? failing.set(body.path, body.status) : failing.delete(body.path)),
    slow: () => (slow = body.milliseconds),
    long: () => longConversation(world, body.count),
    many: () => {
      for (let index = 0; index < body.count; index++) {
        world.customerWrites(
          world.open(`Person ${index}`, null, undefined, world.now() - index * 1000),
          `Hello ${index}`,
          world.now() - index * 1000,
        );
      }
    },
  };
  actions[what]();
  return {};
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  const path = url.pathname;
  const send = (status, body, type = "application/json") => {
    response.writeHead(status, { "Content-Type": type });
    response.end(body === null ? undefined : JSON.stringify(body));
  };
  try {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString() || "null") : null;
    if (path.startsWith("/control/")) return send(200, control(path.slice(9), body ?? {}));
    if (path.startsWith("/api/")) {
      if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
      for (const [part, status] of failing)
        if (path.includes(part)) throw new Refusal(status, "service-unavailable");
      if (path === "/api/config") return send(200, config());
      const name = request.headers.authorization?.replace("Bearer ", "");
      if (!PEOPLE[name]) throw new Refusal(401, "not-signed-in");
      const who = person(name);
      if (path === "/api/me") {
        return send(200, {
          id: who.id,
          name: who.name,
          username: name,
          email: `${name}@casalume.example`,
          permissions: permissionsOf(who),
          roles: who.roles,
        });
      }
      if (path === "/api/operators")
        return send(200, {
          items: Object.values(PEOPLE).map(({ id, name }) => ({ id, name })),
          nextCursor: null,
        });
      const match = /^\/api\/conversations\/([0-9a-f-]{36})\/?(.*)$/.exec(path);
      const result = match
        ? ofConversation(request.method, match[1], match[2], url.searchParams, body, who)
        : lists(path, url.searchParams, who);
      const status =
        result === null ? 204 : request.method === "POST" && match?.[2] === "replies" ? 202 : 200;
      return send(status, result);
    }
    const file = normalize(path).replace(/^\/+/, "");
    const found = extname(file) ? file : "index.html";
    const content = await readFile(join(DIST, found));
    response.writeHead(200, {
      "Content-Type": TYPES[extname(found)] ?? "application/octet-stream",
      "Content-Security-Policy": CSP,
      "Cache-Control": "no-store",
    });
    response.end(content);
  } catch (error) {
    if (error instanceof Refusal) send(error.body.status, error.body, "application/problem+json");
    else if (error.code === "ENOENT") send(404, { status: 404, reasonKey: "not-found" });
    else {
      console.error(error);
      send(500, { status: 500, reasonKey: "unexpected" });
    }
  }
});

const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => "bearer-token-carrier" });
const heartbeat = (socket) => socket.send(JSON.stringify({ type: "heartbeat", serverTime: world.instant() }));

server.on("upgrade", (request, socket, head) => {
  if (request.url !== "/api/live" || Date.now() < closedUntil) return socket.destroy();
  sockets.handleUpgrade(request, socket, head, (client) => {
    const push = (cursor, event) =>
      client.send(JSON.stringify({ type: "event", cursor: String(cursor), event }));
    world.listeners.add(push);
    const beat = setInterval(() => heartbeat(client), 20_000);
    client.on("close", () => {
      world.listeners.delete(push);
      clearInterval(beat);
    });
    client.on("message", (data) => {
      const frame = JSON.parse(data);
      if (frame.type !== "resume") return;
      for (let at = Number(frame.cursor); at < world.events.length; at++) push(at + 1, world.events[at]);
      client.send(JSON.stringify({ type: "resumed", cursor: String(world.events.length) }));
    });
    client.send(
      JSON.stringify({
        type: "hello",
        cursor: String(world.events.length),
        serverTime: world.instant(),
        protocol: 1,
      }),
    );
  });
});

server.listen(PORT, "127.0.0.1", () => console.log(`http://localhost:${PORT}/?as=anna`));
