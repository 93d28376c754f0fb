import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { chooseLanguage } from "../../i18n";
import type { Content, ResolutionRequest, TimelineItem } from "../../api/types";
import { type giuliaIn, PEOPLE, type World } from "../../../test/fixtures";
import { accessible, openGiulia } from "../../../test/screen";
import * as uploads from "./attach/upload";

/** Anna answered Giulia, and nobody knows whether it was sent. */
async function inDoubt(name: "anna" | "bruno" | "carla" = "anna") {
  const context = await openGiulia(name, (world: World, giulia: ReturnType<typeof giuliaIn>) => {
    world.assign(giulia, PEOPLE.anna);
    const item = world.reply(giulia, PEOPLE.anna, {
      content: { type: "text", text: "Arriva domani" },
      anyway: true,
    });
    world.status(giulia, item, "unknown");
  });
  const item = context.giulia.items.at(-1)!;
  const bubble = await screen.findByRole("article", { name: /Anna Ricci, reply, .*, delivery uncertain/ });
  const asked = () =>
    context.api.calls
      .filter(({ call }) => call.endsWith("/resolution"))
      .map(({ body }) => body as ResolutionRequest);
  return { ...context, item, bubble, asked };
}

beforeEach(() => chooseLanguage("en"));

describe("a message that is more than words and was not delivered", () => {
  async function failed(content: Content, more: Partial<TimelineItem> = {}) {
    const context = await openGiulia("anna", (world: World, giulia: ReturnType<typeof giuliaIn>) => {
      world.assign(giulia, PEOPLE.anna);
      const item = world.reply(giulia, PEOPLE.anna, { content: { type: "text", text: "-" }, anyway: true });
      Object.assign(item, { content, error: { code: 131000, title: "Something went wrong" }, ...more });
      world.status(giulia, item, "failed");
    });
    const bubble = await screen.findByRole("article", { name: /Anna Ricci, reply, .*, not delivered/ });
    const sent = () => context.api.calls.findLast(({ call }) => call.endsWith("/replies"))?.body;
    return { ...context, bubble, sent };
  }

  it("is sent again as it was, when that is possible", async () => {
    const { user, bubble, sent } = await failed({
      ...{ type: "buttons", text: "Venerdì va bene?" },
      buttons: [
        { id: "1", text: "Sì" },
        { id: "2", text: "No" },
      ],
    });

    await user.click(await within(bubble).findByRole("button", { name: "Send again" }));

    await waitFor(() =>
      expect(sent()).toMatchObject({
        content: { type: "buttons", text: "Venerdì va bene?", buttons: ["Sì", "No"] },
      }),
    );
    expect(within(bubble).queryByRole("button", { name: "Send again" })).toBeNull();
  });

  it("is filled in once more as it was, if it is a template", async () => {
    const { user, bubble, sent } = await failed({
      ...{ type: "template", name: "codice", language: "it", category: "utility" },
      ...{ text: "Ciao Giulia", buttons: [] },
      parameters: [
        { parameter: { place: "body" as const, name: "nome", kind: "text" as const }, value: "Giulia" },
      ],
    });

    await user.click(await within(bubble).findByRole("button", { name: "Send again" }));

    await waitFor(() =>
      expect(sent()).toMatchObject({
        content: {
          ...{ type: "template", name: "codice", language: "it" },
          parameters: [{ place: "body", name: "nome", value: "Giulia" }],
        },
      }),
    );
  });

  const file = (mediaId: string, mimeType: string) => ({ mediaId, mimeType });
  const carousel = {
    ...{ type: "template", name: "vetrina", language: "it", category: "utility", text: "Ecco", buttons: [] },
    parameters: [],
    fileAbove: { format: "document", name: "Listino.pdf", attachment: file("old-1", "application/pdf") },
    cards: [
      { format: "image", text: "Lampada", attachment: file("old-2", "image/png"), buttons: [] },
      { format: "video", text: "Sedia", attachment: file("old-3", "video/mp4"), buttons: [] },
    ],
  } as unknown as Content;
  const stored = { state: "stored", mimeType: "application/pdf", thumbnail: false } as never;
  const fetched = () =>
    vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(new Response("bytes")));
  const kinds = ["document", "image", "video"] as const;

  it("brings its files once more, if it is a template that has some", async () => {
    const { user, bubble, sent } = await failed(carousel, { media: stored });
    const asked = fetched();
    const brought = vi.spyOn(uploads, "upload").mockImplementation((...[, , id]) => {
      const kind = kinds[brought.mock.calls.length - 1]!;
      return { done: Promise.resolve({ id, kind, size: 5 } as never), cancel: () => {} };
    });

    await user.click(await within(bubble).findByRole("button", { name: "Send again" }));

    await waitFor(() => expect(sent()).toBeTruthy());
    const [above, ...ofCards] = brought.mock.calls.map(([, , id]) => id);
    expect(sent()).toMatchObject({
      content: {
        ...{ type: "template", name: "vetrina", attachmentId: above },
        cards: ofCards.map((attachmentId) => ({ attachmentId })),
      },
    });
    expect(asked.mock.calls.map(([address]) => /card=\d/.exec(`${address as string}`)?.[0])).toEqual([
      ...[undefined, "card=0", "card=1"],
    ]);
    expect(brought.mock.calls.map(([, , , { name, type }]) => [name, type])).toEqual([
      ["Listino.pdf", "application/pdf"],
      ["image.png", "image/png"],
      ["video.mp4", "video/mp4"],
    ]);
    expect(within(bubble).queryByRole("button", { name: "Send again" })).toBeNull();
    vi.restoreAllMocks();
  });

  it("can be tried again, if it is a template of which a file did not come along", async () => {
    const { user, bubble, sent } = await failed(carousel, { media: stored });
    fetched().mockResolvedValueOnce(new Response(null, { status: 404 }));

    await user.click(await within(bubble).findByRole("button", { name: "Send again" }));

    expect(await screen.findByText(/^A file of the template could not be read or uploaded/)).toBeTruthy();
    expect(sent()).toBeUndefined();
    expect(within(bubble).getByRole("button", { name: "Send again" }).hasAttribute("disabled")).toBe(false);
    vi.restoreAllMocks();
  });

  it("is not offered to go again, if it is a template whose file is gone", async () => {
    const { bubble } = await failed(carousel, { media: { ...(stored as object), state: "lost" } as never });

    expect(within(bubble).queryByRole("button", { name: "Send again" })).toBeNull();
  });

  it("is attached again, if it is a file, with its words", async () => {
    const { user, bubble } = await failed(
      { type: "document", text: "Il conto", name: "Conto.pdf", attachment: { mediaId: "m" } } as Content,
      {
        media: { state: "stored", mimeType: "application/pdf", name: "Conto.pdf", thumbnail: false } as never,
      },
    );
    const fetched = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("%PDF"));
    const brought = vi
      .spyOn(uploads, "upload")
      .mockReturnValue({ done: new Promise(() => {}), cancel: () => {} });

    await user.click(await within(bubble).findByRole("button", { name: "Attach again" }));

    await waitFor(() => expect(brought.mock.lastCall?.[3].name).toBe("Conto.pdf"));
    expect(fetched.mock.lastCall?.[0]).toMatch(/\/media\?ticket=/);
    expect(screen.getByRole("textbox", { name: /^Reply to/ })).toHaveProperty("value", "Il conto");
    await accessible();
    vi.restoreAllMocks();
  });
});

describe("a message that waits", () => {
  it("says about when it goes out, and why it has not yet", async () => {
    await openGiulia("anna", (world: World, giulia: ReturnType<typeof giuliaIn>) => {
      world.assign(giulia, PEOPLE.anna);
      const item = world.reply(giulia, PEOPLE.anna, {
        content: { type: "text", text: "Arriva domani" },
        anyway: true,
      });
      item.held = { reason: "pair", until: world.instant(world.now() + 30_000) };
    });

    const bubble = await screen.findByRole("article", { name: /Anna Ricci, reply/ });

    expect(
      await within(bubble).findByText(/^Goes out in (2|3)\d s\. So much went to this customer/),
    ).toBeTruthy();
  });
});

describe("a message in doubt", () => {
  it("can be sent again by who has the conversation, who is told what that may mean", async () => {
    const { giulia, item, bubble, asked, user, tell } = await inDoubt();
    expect(await within(bubble).findByText(/the customer may get it twice/)).toBeTruthy();
    await accessible();

    await user.click(within(bubble).getByRole("button", { name: "Send again" }));

    expect(await within(bubble).findByText(/^Sent again by Anna, \d\d:\d\d$/)).toBeTruthy();
    expect(within(bubble).queryByRole("button", { name: /again|arrived/i })).toBeNull();
    expect(asked()).toEqual([{ outcome: "send-again", id: item.settled?.again, epoch: 1 }]);
    tell();
    expect(await screen.findByRole("article", { name: /Anna Ricci, reply, .*, sending/ })).toBeTruthy();
    expect(giulia.items.map(({ content }) => content.text).slice(1)).toEqual([
      "Arriva domani",
      "Arriva domani",
    ]);
  });

  it("can be marked as arrived, and counts as accepted then", async () => {
    const { item, bubble, asked, user } = await inDoubt();

    await user.click(within(bubble).getByRole("button", { name: "It arrived" }));

    expect(await screen.findByText(/^Marked as arrived by Anna, \d\d:\d\d$/)).toBeTruthy();
    expect(asked()).toEqual([{ outcome: "arrived" }]);
    expect(item.status).toBe("accepted");
    expect(screen.queryByRole("article", { name: /delivery uncertain/ })).toBeNull();
  });

  it.each(["bruno", "carla"] as const)(
    "is not for %s to decide about, who does not have it",
    async (name) => {
      const { bubble } = await inDoubt(name);

      expect(bubble.textContent).toContain("It is not certain that this message went out");
      expect(within(bubble).queryByRole("button", { name: /again|arrived/i })).toBeNull();
    },
  );

  it("shows what a colleague decided as soon as it is told", async () => {
    const { world, giulia, item, tell } = await inDoubt("bruno");
    world.settle(giulia, item, PEOPLE.anna, { outcome: "arrived" });
    tell();

    expect(await screen.findByText(/^Marked as arrived by Anna/)).toBeTruthy();
    expect(screen.queryByText(/It is not certain/)).toBeNull();
  });

  it("about which somebody decided meanwhile says so, and shows what", async () => {
    const { world, giulia, item, bubble, user } = await inDoubt();
    world.settle(giulia, item, PEOPLE.carla, { outcome: "arrived" });

    await user.click(within(bubble).getByRole("button", { name: "Send again" }));

    expect(await screen.findByText(/^This message is no longer in doubt/)).toBeTruthy();
    expect(await screen.findByText(/^Marked as arrived by Carla/)).toBeTruthy();
    expect(giulia.items).toHaveLength(2);
  });

  it.each([
    ["window-closed", {}, "Not sent again: the 24-hour window is closed."],
    ["conversation-resolved", {}, "Not sent again: this conversation is resolved. Reopen it first."],
    ["epoch-passed", {}, "Nothing was changed: nobody has this conversation. Take it first."],
    [
      "held-by-another-operator",
      { holder: PEOPLE.carla, epoch: 2 },
      "Nothing was changed: Carla Moretti has this conversation now.",
    ],
  ])("that may not be sent again because of %s says why", async (reasonKey, more, sentence) => {
    const { api, bubble, user } = await inDoubt();
    api.instead.set("/resolution", [{ status: 409, reasonKey, ...more }]);

    await user.click(within(bubble).getByRole("button", { name: "Send again" }));

    expect(await screen.findByText(sentence)).toBeTruthy();
  });

  it("is sent again once, also when no answer came the first time", async () => {
    const { giulia, api, bubble, asked, user } = await inDoubt();
    api.instead.set("/resolution", ["no answer"]);

    await user.click(within(bubble).getByRole("button", { name: "Send again" }));
    await screen.findByText(/No answer came/);
    await user.click(within(bubble).getByRole("button", { name: "Send again" }));

    await waitFor(() => expect(giulia.items).toHaveLength(3));
    const [first, second] = asked();
    expect(second).toEqual(first);
  });

  it("is explained in Italian, too", async () => {
    const { bubble, user } = await inDoubt();
    await act(() => chooseLanguage("it"));
    expect(bubble.textContent).toContain("il cliente potrebbe riceverlo due volte");
    expect(within(bubble).getByRole("button", { name: "Invia di nuovo" })).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "È arrivato" }));

    expect(await screen.findByText(/^Segnato come arrivato da Anna, \d\d:\d\d$/)).toBeTruthy();
  });
});

describe("a message of a kind that is not shown yet", () => {
  const openedWith = (platformType: string, text?: string) =>
    openGiulia("anna", (_: World, giulia: ReturnType<typeof giuliaIn>) => {
      giulia.items.at(-1)!.content = { type: "unsupported", platformType, text };
    });

  it("says what it is, and what was written with it", async () => {
    await openedWith("image", "La lampada è rotta");
    const bubble = await screen.findByRole("article", { name: /Giulia Ferri/ });
    await waitFor(() => expect(bubble.textContent).toContain("Photo: not shown here yet"));
    expect(bubble.textContent).toContain("La lampada è rotta");
    await accessible();
  });

  it("is what the customer pressed, when that is all he said", async () => {
    await openedWith("button", "Sì, confermo");
    const bubble = await screen.findByRole("article", { name: /Giulia Ferri/ });
    expect(bubble.textContent).toContain("Sì, confermo");
    expect(bubble.textContent).not.toContain("not shown");
  });

  it("has the platform's name when we know no better one", async () => {
    await openedWith("hologram");
    expect((await screen.findByRole("article", { name: /Giulia Ferri/ })).textContent).toContain("hologram");
  });
});
