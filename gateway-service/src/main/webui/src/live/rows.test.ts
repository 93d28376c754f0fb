import { expect, it } from "vitest";
import type { Contact, Conversation, ConversationState } from "../api/types";
import { Changes } from "./changes";
import { Rows } from "./rows";

const id = "00000000-0000-7000-8000-000000000001";
const contact: Contact = {
  id: "00000000-0000-7000-8000-0000000000c1",
  name: "Giulia Ferri",
  phone: "+393475550198",
};

const state = (version: number, news: Partial<Contact> = {}): ConversationState => ({
  version,
  phoneNumberId: "510000000000023",
  contact: { ...contact, ...news },
  status: "open",
  epoch: 0,
  lastSequence: 0,
  lastActivityAt: "2026-11-27T10:00:00Z",
  createdAt: "2026-11-27T10:00:00Z",
});

const row = (version: number): Conversation => ({
  ...state(version),
  failed: false,
  id,
  unread: 0,
  contact: { ...contact, initials: "GF", displayPhone: "+39 347 555 0198" },
});

const shown = (rows: Rows) => rows.get(id)?.row.contact.displayPhone;

it("a number stays shown as the server wrote it when an event tells of the conversation", () => {
  const rows = new Rows(new Changes());
  rows.mergeRow(row(1), 0);

  rows.mergeState(id, state(2));

  expect(shown(rows)).toBe("+39 347 555 0198");
});

it("what an event told first is shown as the server writes it, once it answered", () => {
  const rows = new Rows(new Changes());
  rows.mergeState(id, state(1));

  rows.mergeRow(row(1), 0);

  expect(shown(rows)).toBe("+39 347 555 0198");
});

it("another number is not shown as the one before", () => {
  const rows = new Rows(new Changes());
  rows.mergeRow(row(1), 0);

  rows.mergeState(id, state(2, { phone: "+393330000042" }));

  expect(shown(rows)).toBeUndefined();
});
