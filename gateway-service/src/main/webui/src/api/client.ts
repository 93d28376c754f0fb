import type { Problem } from "./types";

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

type Query = Record<string, string | number | null | undefined>;

export interface Api {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => Promise<T>;
  post: <T>(path: string, body?: unknown) => Promise<T>;
  put: <T>(path: string, body: unknown) => Promise<T>;
  delete: <T>(path: string) => Promise<T>;
}

const withQuery = (path: string, query?: Query): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
};

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = {
    status: response.status,
    reasonKey:
      response.status === 401
        ? "not-signed-in"
        : response.status === 403
          ? "not-allowed"
          : response.status === 404
            ? "not-found"
            : response.status >= 502 && response.status <= 504
              ? "service-unavailable"
              : "unexpected",
  };
  try {
    const body = (await response.json()) as Partial<Problem>;
    const key = body.reasonKey ?? body.type?.replace(/^.*\/problems\//, "");
    return { ...fallback, ...body, status: response.status, reasonKey: key ?? fallback.reasonKey };
  } catch {
    return fallback;
  }
}

export function createApi(tokens: TokenSource, fetcher: typeof fetch = (...args) => fetch(...args)): Api {
  async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const send = async (token: string): Promise<Response> => {
      const headers: Record<string, string> = {
        Accept: "application/json",
        Authorization: `Bearer ${token}`,
      };
      if (body !== undefined) headers["Content-Type"] = "application/json";
      try {
        return await fetcher(`/api${path}`, {
          method,
          headers,
          credentials: "same-origin",
          cache: "no-store",
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...(signal ? { signal } : {}),
        });
      } catch (cause) {
        throw new NoAnswer(cause);
      }
    };
    let response = await send(await tokens.token());
    if (response.status === 401) response = await send(await tokens.renewed());
    if (!response.ok) throw new ApiProblem(await problemOf(response));
    if (response.status === 204) return undefined as T;
    try {
      return (await response.json()) as T;
    } catch (cause) {
      throw new NoAnswer(cause);
    }
  }
  return {
    get: (path, query, signal) => call("GET", withQuery(path, query), undefined, signal),
    post: (path, body) => call("POST", path, body),
    put: (path, body) => call("PUT", path, body),
    delete: (path) => call("DELETE", path),
  };
}

/** Worth trying again by itself: nobody decided anything. */
export const isPassing = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof ApiProblem && error.status >= 500);
