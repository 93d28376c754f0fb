import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { config, World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";
import type { Found, FoundMessage } from "../../api/types";
import { chooseLanguage } from "../../i18n";

const NICOLO: FoundMessage["conversation"] = {
  id: "00000000-0000-4000-8000-000000000021",
  phoneNumberId: "510000000000023",
  status: "resolved",
  name: "Nicolò D’Alò",
  displayPhone: "+39 333 000 2001",
};
/** With an accent that is a character of its own, and an emoji of two. */
const COFFEE = "Perche\u0301 il caffè è GIÀ finito? ☕\uFE0F";

const message = (id: number, text: string, ranges: FoundMessage["excerpt"]["ranges"]): FoundMessage => ({
  id: `00000000-0000-4000-8000-0000000001${id}`,
  sequence: id,
  at: "2026-11-20T10:00:00Z",
  direction: "inbound",
  kind: "text",
  author: { kind: "customer", name: NICOLO.name },
  conversation: NICOLO,
  excerpt: { text, ranges, begun: false, goesOn: false },
});

const FOUND: Found = {
  customers: [
    {
      conversation: NICOLO,
      nameRanges: [{ from: 7, to: 12 }],
      phoneRanges: [],
      lastActivityAt: "2026-11-20T10:00:00Z",
    },
  ],
  items: [
    message(11, COFFEE, [
      { from: 0, to: 7 },
      { from: 11, to: 16 },
      { from: 31, to: 33 },
    ]),
    message(10, "Un altro caffè", [{ from: 9, to: 14 }]),
  ],
};

const open = (path: string, answer: (query: Record<string, unknown>) => unknown = () => FOUND) =>
  openApp(
    new World(),
    "anna",
    path,
    ({ api }) => {
      api.searchAnswer = answer;
    },
    { name: /Main|Principale/ },
  );

const field = () => screen.findByRole("searchbox", { name: "Words, a name or a number" });

beforeEach(() => chooseLanguage("en"));

describe("the search", () => {
  it("says what is searched before anything is typed", async () => {
    await open("/search");
    expect(await screen.findByText("Find what was said")).toBeTruthy();
    expect(document.activeElement).toBe(await field());
    await accessible();
  });

  it("shows what was found by conversation, marked on the right letters, and leads to the message", async () => {
    await open("/search?q=perche caffe ☕");
    const group = await screen.findByRole("article", { name: "Nicolò D’Alò" });
    const marks = [...group.querySelectorAll("mark")].map(({ textContent }) => textContent);
    expect(marks).toEqual(["Perche\u0301", "caffè", "☕\uFE0F", "caffè"]);
    const hit = within(group).getByRole("link", { name: /GIÀ finito/ });
    expect(hit.getAttribute("href")).toContain("/inbox/resolved");
    expect(hit.getAttribute("href")).toContain(`m=${FOUND.items[0]!.id}`);
    const customers = screen.getByRole("region", { name: "Customers" });
    expect(customers.querySelector("mark")?.textContent).toBe("D’Alò");
    await accessible();
  });

  it("looks for what is typed, and keeps it in the address with what narrows it", async () => {
    const asked: Record<string, unknown>[] = [];
    const { user, router } = await open("/search", (query) => {
      asked.push(query);
      return FOUND;
    });
    await user.type(await field(), "caffe");
    await screen.findByRole("article", { name: "Nicolò D’Alò" });
    await user.selectOptions(screen.getByRole("combobox", { name: "Written by" }), "the customer");
    await user.click(screen.getByRole("checkbox", { name: "With a file" }));
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ q: "caffe", from: "customer", has: "media" }));
    expect(router.state.location.search).toEqual({ q: "caffe", from: "customer", has: "media" });
  });

  it("can be among the messages of one number, also of one that was removed", async () => {
    const asked: Record<string, unknown>[] = [];
    const { user, router } = await openApp(
      new World(),
      "anna",
      "/search?q=caffe",
      ({ api, session }) => {
        api.searchAnswer = (query) => {
          asked.push(query);
          return FOUND;
        };
        session.config = { ...config, formerNumbers: [{ phoneNumberId: "510000000000024", name: "Roma" }] };
      },
      { name: /Main|Principale/ },
    );
    await user.selectOptions(await screen.findByRole("combobox", { name: "Number" }), "Roma");

    await waitFor(() => expect(asked.at(-1)).toMatchObject({ q: "caffe", phoneNumberId: "510000000000024" }));
    expect(router.state.location.search).toEqual({ q: "caffe", number: "510000000000024" });
  });

  it("shows older ones when they are asked for", async () => {
    const { user } = await open("/search?q=caffe", ({ cursor }) =>
      cursor
        ? { customers: [], items: [message(9, "Il primo caffè", [])] }
        : { ...FOUND, nextCursor: "older" },
    );
    await user.click(await screen.findByRole("button", { name: "Show older ones" }));
    expect(await screen.findByText("Il primo caffè")).toBeTruthy();
    expect(screen.getAllByRole("article")).toHaveLength(1);
    expect(screen.queryByRole("button", { name: "Show older ones" })).toBeNull();
  });

  it("says what it looked for when there is nothing", async () => {
    await open("/search?q=zebra", () => ({ customers: [], items: [] }));
    expect(await screen.findByText("Nothing found for “zebra”")).toBeTruthy();
    await accessible();
  });

  it.each([
    ["search-too-short", 400, "A little more, please"],
    ["search-too-broad", 422, "Too many messages have these words"],
  ])("gives advice about %s", async (reasonKey, status, title) => {
    await openApp(
      new World(),
      "anna",
      "/search?q=caffe",
      ({ api }) => {
        api.instead.set("/search", [{ status, reasonKey }]);
      },
      { name: /Main/ },
    );
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    await accessible();
  });

  it("can be tried again when there was no answer, in Italian too", async () => {
    await chooseLanguage("it");
    const { user } = await openApp(
      new World(),
      "anna",
      "/search?q=caffe",
      ({ api }) => {
        api.searchAnswer = () => FOUND;
        api.instead.set("/search", ["no answer"]);
      },
      { name: /Principale/ },
    );
    await user.click(await screen.findByRole("button", { name: "Riprova" }));
    expect(await screen.findByRole("article", { name: "Nicolò D’Alò" })).toBeTruthy();
    await accessible();
  });

  it("opens by a key from wherever one is", async () => {
    const { user } = await openApp(new World(), "anna", "/inbox/all");
    await user.keyboard("/");
    expect(await field()).toBeTruthy();
  });
});
