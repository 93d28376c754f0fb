import { describe, expect, it } from "vitest";
import type { TimelineItem } from "../../../api/types";
import { freeEntry } from "./freeEntry";

const HOUR = 3_600_000;
const CAME = Date.parse("2026-11-29T09:00:00Z");
const at = (hours: number) => CAME + hours * HOUR;

const item = (direction: TimelineItem["direction"], hours: number, more: Partial<TimelineItem> = {}) =>
  ({ direction, at: new Date(at(hours)).toISOString(), status: "sent", ...more }) as TimelineItem;
const ad = item("inbound", 0, { context: { referral: { sourceType: "ad" } } } as Partial<TimelineItem>);

describe("a customer who came by an ad", () => {
  it("waits for the answer that makes messages free, for a day", () => {
    expect(freeEntry([ad], at(1))).toEqual({ kind: "offered", until: at(24) });
    expect(freeEntry([ad], at(24))).toBeNull();
  });

  it("costs nothing for three days from an answer within a day", () => {
    const chat = [ad, item("outbound", 2), item("inbound", 3), item("outbound", 40)];

    expect(freeEntry(chat, at(50))).toEqual({ kind: "free", until: at(74), told: false });
    expect(freeEntry(chat, at(74))).toBeNull();
  });

  it("costs nothing until WhatsApp says", () => {
    const pricing = { type: "free_entry_point", freeUntil: new Date(at(73)).toISOString() };

    expect(freeEntry([ad, item("outbound", 2, { pricing })], at(3))).toEqual({
      kind: "free",
      until: at(73),
      told: true,
    });
  });

  it("is paid for when the answer came late or did not go out", () => {
    expect(freeEntry([ad, item("outbound", 25)], at(26))).toBeNull();
    expect(freeEntry([ad, item("outbound", 2, { status: "failed" })], at(3))?.kind).toBe("offered");
  });

  it("is paid for who wrote by himself", () => {
    expect(freeEntry([item("inbound", 0), item("outbound", 1)], at(2))).toBeNull();
  });
});
