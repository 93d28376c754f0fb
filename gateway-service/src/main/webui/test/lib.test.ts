import { describe, expect, it } from "vitest";
import { formatted } from "../src/lib/formatting";
import { uuidv7 } from "../src/lib/ids";
import { sortable } from "../src/lib/instants";
import { hueOf, initialsOf } from "../src/lib/people";
import { dayName, shortWhen, spokenDuration } from "../src/lib/time";
import { isContinued, keepPlace, shiftOf, visibleRange } from "../src/lib/windowing";

describe("formatting", () => {
  it("knows bold, italic, strike and mono, also inside each other", () => {
    expect(formatted("*bold _both_* ~no~ ```x * y```")).toEqual([
      {
        kind: "bold",
        pieces: [
          { kind: "text", text: "bold " },
          { kind: "italic", pieces: [{ kind: "text", text: "both" }] },
        ],
      },
      { kind: "text", text: " " },
      { kind: "strike", pieces: [{ kind: "text", text: "no" }] },
      { kind: "text", text: " " },
      { kind: "mono", text: "x * y" },
    ]);
  });

  it("leaves lone marks, sums and names alone", () => {
    for (const text of [
      "2 * 3 * 4",
      "snake_case_name",
      "* not bold *",
      "5*",
      "a*b*c",
      "~",
      "*line\nbreak*",
    ]) {
      expect(formatted(text)).toEqual([{ kind: "text", text }]);
    }
  });

  it("links addresses without the punctuation after them, and nothing but http", () => {
    expect(formatted("see https://a.example/x_y_z?q=1, or javascript:alert(1)")).toEqual([
      { kind: "text", text: "see " },
      { kind: "link", text: "https://a.example/x_y_z?q=1", href: "https://a.example/x_y_z?q=1" },
      { kind: "text", text: ", or javascript:alert(1)" },
    ]);
  });

  it("keeps every character of any text, and is quick on hostile ones", () => {
    const flat = (pieces: ReturnType<typeof formatted>): string =>
      pieces.map((piece) => ("pieces" in piece ? flat(piece.pieces) : piece.text)).join("");
    for (const text of [
      "*".repeat(4096),
      "_*~".repeat(1300),
      "```".repeat(1300),
      "https://".repeat(500),
      "😀\u0000\ud800",
    ]) {
      const before = performance.now();
      expect(flat(formatted(text)).length).toBeGreaterThan(0);
      expect(performance.now() - before).toBeLessThan(500);
    }
    expect(flat(formatted("plain 😀 text"))).toBe("plain 😀 text");
  });
});

describe("ids", () => {
  it("are UUIDs of version 7 that sort by time", () => {
    expect(uuidv7(1_000)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidv7(1_700_000_000_000) < uuidv7(1_700_000_000_001)).toBe(true);
    expect(new Set(Array.from({ length: 500 }, () => uuidv7())).size).toBe(500);
  });
});

describe("instants", () => {
  it("sort as time does whatever their decimals", () => {
    const times = [
      "2026-01-01T00:00:00Z",
      "2026-01-01T00:00:00.000001Z",
      "2026-01-01T00:00:00.5Z",
      "2026-01-01T00:00:01Z",
    ];
    expect([...times].reverse().sort((a, b) => (sortable(a) < sortable(b) ? -1 : 1))).toEqual(times);
    expect(sortable("2026-01-01T00:00:00.5Z")).toBe(sortable("2026-01-01T00:00:00.500Z"));
  });
});

describe("time in words", () => {
  const now = new Date(2026, 10, 18, 12, 0).getTime();
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 5).toISOString();
  it("is short in the list", () => {
    expect(shortWhen("en-GB", now, at(18, 9), "Yesterday")).toBe("09:05");
    expect(shortWhen("en-GB", now, at(17, 9), "Yesterday")).toBe("Yesterday");
    expect(shortWhen("en-GB", now, at(14, 9), "Yesterday")).toBe("Sat");
    expect(shortWhen("en-GB", now, at(4, 9), "Yesterday")).toBe("4 Nov");
    expect(shortWhen("it-IT", now, at(4, 9), "Ieri")).toBe("4 nov");
  });
  it("names days, and speaks durations", () => {
    const words = { today: "Today", yesterday: "Yesterday" };
    expect(dayName("en-GB", now, Date.parse(at(18, 1)), words)).toBe("Today");
    expect(dayName("en-GB", now, Date.parse(at(16, 1)), words)).toBe("Monday 16 November");
    expect(dayName("it-IT", now, Date.parse(at(16, 1)), words)).toBe("Lunedì 16 novembre");
    expect(spokenDuration("en-GB", 110 * 60_000)).toBe("1 hour, 50 minutes");
    expect(spokenDuration("it-IT", 61 * 60_000)).toMatch(/1 ora.*1 minuto/);
  });
});

describe("people", () => {
  it("have initials and a colour of their own", () => {
    expect(initialsOf("Giulia Ferri")).toBe("GF");
    expect(initialsOf("  élodie  ")).toBe("É");
    expect(initialsOf("😀")).toBe("?");
    expect(hueOf("a")).toBe(hueOf("a"));
  });
});

describe("windowing", () => {
  it("shows what is on the screen and a little around it, whatever the length", () => {
    expect(visibleRange(0, 840, 84, 100_000)).toEqual({ start: 0, end: 17 });
    expect(visibleRange(84_000, 840, 84, 100_000)).toEqual({ start: 994, end: 1017 });
    expect(visibleRange(84_000, 840, 84, 5)).toEqual({ start: 5, end: 5 });
  });
  it("keeps the open row where it is", () => {
    const order = (ids: string, above = 0) => ({ ids: [...ids], above });
    expect(keepPlace(order("abc"), order("cab"), "c")).toEqual(order("abc"));
    expect(keepPlace(order("ab"), order("nab"), "a")).toEqual(order("anb"));
    expect(keepPlace(order("ab"), order("b"), "a")).toEqual(order("b"));
  });

  it("keeps the open row where it is when rows above it are dropped or read again", () => {
    const order = (ids: string, above = 0) => ({ ids: [...ids], above });
    expect(keepPlace(order("abcde"), order("cde", 2), "d")).toEqual(order("cde", 2));
    expect(keepPlace(order("abcdef"), order("ecdf", 2), "e")).toEqual(order("cdef", 2));
    expect(keepPlace(order("cdef", 2), order("abecdf"), "e")).toEqual(order("abcdef"));
  });

  it("tells rows that come and go at the ends from rows that moved", () => {
    const order = (ids: string, above = 0) => ({ ids: [...ids], above });
    expect(isContinued(order("abc"), order("abcd"))).toBe(true);
    expect(isContinued(order("abcd"), order("cdef", 2))).toBe(true);
    expect(isContinued(order("cdef", 2), order("abcd"))).toBe(true);
    expect(isContinued(order("abc"), order("nabc"))).toBe(false);
    expect(isContinued(order("abc"), order("bac"))).toBe(false);
  });

  it("says how far the row at the top of the screen was moved", () => {
    const order = (ids: string, above = 0) => ({ ids: [...ids], above });
    expect(shiftOf(order("abcd"), order("xyabcd"), 1, null)).toBe(2);
    expect(shiftOf(order("abcd"), order("cd", 2), 2, null)).toBe(0);
    expect(shiftOf(order("abcd"), order("bacd"), 1, "b")).toBe(0);
    expect(shiftOf(order("abcd"), order("cd"), 0, null)).toBe(-2);
    expect(shiftOf(order("abcd"), order("xyz"), 0, null)).toBe(0);
    // The row at the top of the screen moved to the top of the list: nobody follows it there.
    expect(shiftOf(order("abcdefg"), order("dabcefg"), 3, null)).toBe(0);
    expect(shiftOf(order("abcdefg"), order("ndabcefg"), 3, null)).toBe(1);
  });
});
