import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AskedAgain } from "./askedAgain";

describe("what was asked for", () => {
  const queries = new QueryClient();
  const isOld = (...key: string[]) => queries.getQueryState(key)?.isInvalidated;

  beforeEach(() => {
    vi.useFakeTimers();
    queries.clear();
    queries.setQueryData(["numbers", "1", "templates", "one", "7"], {});
    queries.setQueryData(["contacts", "one", "7"], {});
    queries.setQueryData(["operators"], {});
    queries.setQueryData(["numbers"], {});
    queries.setQueryData(["numbers", "1", "connection"], {});
  });
  afterEach(() => vi.useRealTimers());

  it("is read anew a moment after a template changed, once for many", () => {
    const invalidate = vi.spyOn(queries, "invalidateQueries");
    const asked = new AskedAgain(queries);

    asked.after("template.changed.v1");
    asked.after("template.deleted.v1");
    expect(isOld("numbers", "1", "templates", "one", "7")).toBe(false);
    vi.advanceTimersByTime(1_000);

    expect(isOld("numbers", "1", "templates", "one", "7")).toBe(true);
    expect(isOld("contacts", "one", "7")).toBe(false);
    expect(invalidate).toHaveBeenCalledTimes(1);
  });

  it("is read anew when a customer said whether advertising is wanted", () => {
    const asked = new AskedAgain(queries);

    asked.after("conversation.consent-changed.v1");
    vi.advanceTimersByTime(1_000);

    expect(isOld("contacts", "one", "7")).toBe(true);
    expect(isOld("numbers", "1", "templates", "one", "7")).toBe(true);
    expect(isOld("operators")).toBe(false);
  });

  it("is read anew when a number of ours changed, without asking WhatsApp about it", () => {
    new AskedAgain(queries).after("channel.changed.v1");
    vi.advanceTimersByTime(1_000);

    expect(isOld("numbers")).toBe(true);
    expect(isOld("numbers", "1", "connection")).toBe(false);
    expect(isOld("numbers", "1", "templates", "one", "7")).toBe(false);
    expect(isOld("contacts", "one", "7")).toBe(false);
  });

  it("is read anew after a gap", () => {
    new AskedAgain(queries).after();
    vi.advanceTimersByTime(1_000);

    expect(isOld("contacts", "one", "7")).toBe(true);
    expect(isOld("numbers")).toBe(true);
  });
});
