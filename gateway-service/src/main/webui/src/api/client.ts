import createClient from "openapi-fetch";
import type { paths } from "./schema";
import type { AssignmentRequest, Problem, ReplyRequest, ResolutionRequest, Uuid, View } from "./types";

/** The server answered, and the answer is no. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title ?? problem.reasonKey);
    this.name = "ApiProblem";
    this.problem = problem;
  }
  get status(): number {
    return this.problem.status;
  }
  get reasonKey(): string {
    return this.problem.reasonKey;
  }
}

/** No answer came: offline, the gateway is away, or the line broke. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super("no answer");
    this.name = "NoAnswer";
    this.cause = cause;
  }
}

export interface TokenSource {
  /** A token that is still good for a while. */
  token: () => Promise<string>;
  /** A new token, because the server refused the last one. */
  renewed: () => Promise<string>;
}

const wordFor = (status: number): string => {
  if (status === 401) return "not-signed-in";
  if (status === 403) return "not-allowed";
  if (status === 404) return "not-found";
  return status >= 502 && status <= 504 ? "service-unavailable" : "unexpected";
};

/** What stands between us and the services answers without a problem document. */
export function problemOf(status: number, body: unknown): Problem {
  const said = typeof body === "object" && body !== null ? (body as Partial<Problem>) : {};
  const key = said.reasonKey ?? said.type?.replace(/^.*\/problems\//, "");
  return { ...said, status, reasonKey: key ?? wordFor(status) };
}

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;
type Http = ReturnType<typeof createClient<paths>>;

/** What was answered, or why not: {@link ApiProblem} or {@link NoAnswer}. */
async function answer<T>(call: Call<T>): Promise<T> {
  let came;
  try {
    came = await call;
  } catch (cause) {
    // The answer broke off, or is none of ours.
    throw cause instanceof SyntaxError || cause instanceof TypeError ? new NoAnswer(cause) : cause;
  }
  if (!came.response.ok) throw new ApiProblem(problemOf(came.response.status, came.error));
  return came.data as T;
}

/** Every request carries a token; one that is refused is renewed once. */
const signed =
  (tokens: TokenSource, fetcher: typeof fetch) =>
  async (request: Request): Promise<Response> => {
    const send = async (token: string): Promise<Response> => {
      const attempt = request.clone();
      attempt.headers.set("Authorization", `Bearer ${token}`);
      try {
        return await fetcher(attempt);
      } catch (cause) {
        throw new NoAnswer(cause);
      }
    };
    const response = await send(await tokens.token());
    return response.status === 401 ? send(await tokens.renewed()) : response;
  };

/** Which part of which list; of `cursor` and `newer` only one. */
export interface ListQuery {
  view: View;
  phoneNumberId?: string | undefined;
  cursor?: string | undefined;
  newer?: string | undefined;
  limit: number;
}

const at = (conversationId: Uuid) => ({ path: { conversationId } });

/** The calls of the inbox. Their addresses, bodies and answers are checked against the services' descriptions. */
export function createApi(tokens: TokenSource, fetcher: typeof fetch = (...args) => fetch(...args)) {
  const http = createClient<paths>({
    fetch: signed(tokens, fetcher),
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    cache: "no-store",
  });
  const of = "/api/conversations/{conversationId}";
  return {
    me: () => answer(http.GET("/api/me")),
    operators: () => answer(http.GET("/api/operators")),

    conversations: (query: ListQuery) => answer(http.GET("/api/conversations", { params: { query } })),
    rows: (ids: readonly Uuid[]) =>
      answer(http.GET("/api/conversations", { params: { query: { ids: ids.join(",") } } })),
    conversation: (id: Uuid) => answer(http.GET(of, { params: at(id) })),
    timeline: (id: Uuid, query: { before?: string; after?: string; around?: Uuid; limit: number }) =>
      answer(http.GET(`${of}/timeline`, { params: { ...at(id), query } })),
    notes: (id: Uuid, query: { cursor?: string | undefined }) =>
      answer(http.GET(`${of}/notes`, { params: { ...at(id), query } })),
    history: (id: Uuid, query: { cursor?: string | undefined; limit: number }) =>
      answer(http.GET(`${of}/history`, { params: { ...at(id), query } })),

    mediaTicket: (id: Uuid) => answer(http.GET(`${of}/media-ticket`, { params: at(id) })),

    /** @param epoch since when the reader is responsible; none when he is not */
    read: (id: Uuid, sequence: number, epoch?: number) =>
      answer(
        http.PUT(`${of}/read`, {
          params: at(id),
          body: { sequence, ...(epoch === undefined ? {} : { epoch }) },
        }),
      ),
    /** For what a request cannot do, such as telling how much of it is sent. */
    tokens,
    fileLimits: () => answer(http.GET("/api/attachments/limits")),
    reply: (id: Uuid, body: ReplyRequest) => answer(http.POST(`${of}/replies`, { params: at(id), body })),
    templates: (id: Uuid, q: string, reads: string) =>
      answer(http.GET(`${of}/templates`, { params: { ...at(id), query: { q, reads } } })),
    addNote: (id: Uuid, body: { id: Uuid; text: string; epoch: number }) =>
      answer(http.POST(`${of}/notes`, { params: at(id), body })),
    settle: (id: Uuid, messageId: Uuid, body: ResolutionRequest) =>
      answer(
        http.POST(`${of}/messages/{messageId}/resolution`, {
          params: { path: { conversationId: id, messageId } },
          body,
        }),
      ),
    resolve: (id: Uuid, lastSeen: number) =>
      answer(http.POST(`${of}/resolve`, { params: at(id), body: { lastSeen } })),
    reopen: (id: Uuid) => answer(http.POST(`${of}/reopen`, { params: at(id) })),
    assign: (id: Uuid, body: AssignmentRequest) =>
      answer(http.POST(`${of}/assignment`, { params: at(id), body })),
    release: (id: Uuid) => answer(http.DELETE(`${of}/assignment`, { params: at(id) })),

    /** A call that only one part of the page makes stands with that part. */
    ask: <T>(call: (http: Http) => Call<T>) => answer(call(http)),
  };
}

export type Api = ReturnType<typeof createApi>;

/** A bad line: the gateway has waited for the rest of what was sent. */
const REQUEST_TIMEOUT = 408;

/** Worth trying again by itself: nobody decided anything. */
export const isPassing = (error: unknown): boolean =>
  error instanceof NoAnswer ||
  (error instanceof ApiProblem && (error.status >= 500 || error.status === REQUEST_TIMEOUT));
