import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type View, VIEWS } from "../src/api/types";
import { covers, type Filter, filterOf } from "../src/live/filter";

interface Examples {
  me: string;
  rows: Record<
    string,
    { status: "open" | "resolved"; assignee?: string; phoneNumberId: string; failed?: boolean }
  >;
  views: Record<View, string[]>;
  filters: { filter: Filter; covers: string[] }[];
}

const EXAMPLES = join(import.meta.dirname, "../../../../../events/src/test/resources/views/examples.json");
const examples = JSON.parse(readFileSync(EXAMPLES, "utf8")) as Examples;

const covered = (filter: Filter): string[] =>
  Object.entries(examples.rows)
    .filter(([, { assignee, failed = false, ...row }]) =>
      covers(
        filter,
        { ...row, failed, ...(assignee ? { assignee: { id: assignee, name: "somebody" } } : {}) },
        examples.me,
      ),
    )
    .map(([name]) => name);

describe("a filter covers what the examples say, which the server's tests read as well", () => {
  it.each(VIEWS)("the view %s", (view) => {
    expect(covered(filterOf(view, null))).toEqual(examples.views[view]);
  });

  it.each(examples.filters)("$filter", ({ filter, covers: names }) => {
    expect(covered(filter)).toEqual(names);
  });

  it("a view of one number", () => {
    expect(covered(filterOf("unassigned", "510000000000024"))).toEqual(["open, nobody's, in Rome"]);
  });
});
