import { describe, expect, it, vi } from "vitest";
import { ApiProblem, createApi, NoAnswer } from "../src/api/client";

const ID = "01a1f452-5980-73a9-941c-5f0e2a6c8d10";
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });

function apiThatHears(...answers: (Response | Error)[]) {
  const asked: Request[] = [];
  const fetcher = vi.fn((request: Request) => {
    asked.push(request);
    const answer = answers.shift()!;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  const tokens = { token: () => Promise.resolve("old"), renewed: () => Promise.resolve("new") };
  return { api: createApi(tokens, fetcher as unknown as typeof fetch), asked };
}

describe("a call", () => {
  it("goes to its address with what was asked, and a token", async () => {
    const { api, asked } = apiThatHears(json({ items: [] }));

    await api.timeline(ID, { before: "a b", limit: 50 });

    const { pathname, search } = new URL(asked[0]!.url);
    expect(pathname + search).toBe(`/api/conversations/${ID}/timeline?before=a%20b&limit=50`);
    expect(asked[0]!.headers.get("Authorization")).toBe("Bearer old");
  });

  it("leaves out of the address what is not given", async () => {
    const { api, asked } = apiThatHears(json({ items: [] }));

    await api.conversations({ view: "mine", cursor: undefined, limit: 50 });

    expect(new URL(asked[0]!.url).search).toBe("?view=mine&limit=50");
  });

  it("is repeated once, whole, with a new token when the server refuses the old one", async () => {
    const { api, asked } = apiThatHears(json({}, 401), json({ conversationId: ID, epoch: 3 }));

    const { epoch } = await api.assign(ID, { takeOver: true });

    expect(epoch).toBe(3);
    expect(asked[1]!.headers.get("Authorization")).toBe("Bearer new");
    expect(await asked[1]!.json()).toEqual({ takeOver: true });
  });

  it("fails with what the service said about it", async () => {
    const problem = {
      type: "/problems/stale-view",
      title: "Something was added",
      status: 409,
      lastSequence: 7,
    };
    const { api } = apiThatHears(json(problem, 409));

    const refused = await api.resolve(ID, 5).catch((error: unknown) => error);

    expect(refused).toBeInstanceOf(ApiProblem);
    expect((refused as ApiProblem).problem).toEqual({ ...problem, reasonKey: "stale-view" });
  });

  it("has a word of its own for what something in between said", async () => {
    const { api } = apiThatHears(new Response("<html>Bad gateway</html>", { status: 502 }));

    await expect(api.operators()).rejects.toMatchObject({
      problem: { status: 502, reasonKey: "service-unavailable" },
    });
  });

  it("has no answer when the line is down or when what comes is none of ours", async () => {
    const { api } = apiThatHears(
      new TypeError("fetch failed"),
      new Response("<html>Sign in to the hotel</html>"),
    );

    await expect(api.operators()).rejects.toBeInstanceOf(NoAnswer);
    await expect(api.operators()).rejects.toBeInstanceOf(NoAnswer);
  });

  it("may be answered by nothing", async () => {
    const { api } = apiThatHears(new Response(null, { status: 204 }));

    expect(await api.read(ID, 4)).toBeUndefined();
  });
});
