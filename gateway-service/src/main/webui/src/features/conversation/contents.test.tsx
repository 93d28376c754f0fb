import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { giuliaIn, PEOPLE, World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";
import type { Content, ContentOf, MessageContext, Quoted, TimelineItem } from "../../api/types";
import { chooseLanguage } from "../../i18n";

type More = Partial<Pick<TimelineItem, "context" | "quoted">>;

/** Giulia's newest message, as it stands in the thread. */
async function shown(content: Content, more: More = {}) {
  const world = new World();
  const giulia = giuliaIn(world);
  world.customerSends(giulia, content, world.now(), more);
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`);
  await screen.findAllByRole("article");
  const bubble = screen.getAllByRole("article").at(-1)!;
  return { ...context, world, giulia, bubble, words: bubble.textContent };
}

const text = (words: string): Content => ({ type: "text", text: words });
const links = (bubble: HTMLElement) =>
  within(bubble)
    .queryAllByRole("link")
    .map((link) => link.getAttribute("href"));
const row = () => screen.getByRole("link", { name: /^Giulia Ferri/ });

const BAR: ContentOf<"location"> = {
  type: "location",
  text: "Bar Sole, Via Roma 1",
  latitude: 45.4642035,
  longitude: 9.189982,
  name: "Bar Sole",
  address: "Via Roma 1",
};
const NOTHING = { phones: [], emails: [], urls: [], addresses: [] };
const ADA: ContentOf<"contacts">["cards"][number] = {
  name: "Ada Neri",
  organization: "Neri & Figli, sales",
  birthday: "1990-03-07",
  phones: [{ value: "+39 333 555 0171", label: "CELL" }],
  emails: [{ value: "ada@neri.example", label: "WORK" }],
  urls: [{ value: "https://neri.example/ada" }],
  addresses: [{ value: "Via Po 3, Torino", label: "magazzino" }],
};
const cards = (...all: ContentOf<"contacts">["cards"]): ContentOf<"contacts"> => ({
  type: "contacts",
  text: all.flatMap(({ name }) => name ?? []).join(", ") || undefined,
  cards: all,
  requested: false,
});
const order = (...lines: ContentOf<"order">["lines"]): ContentOf<"order"> => ({ type: "order", lines });
const unsupported = (platformType: string, more: Partial<ContentOf<"unsupported">> = {}): Content => ({
  type: "unsupported",
  platformType,
  ...more,
});

const QUESTION: Quoted = {
  messageId: "0197b000-0000-7000-8000-00000000dead",
  author: { id: PEOPLE.anna.id, name: "Anna Ricci" },
  content: { type: "text", text: "Which day suits you?" },
};

beforeEach(() => chooseLanguage("en"));

// What is no text comes when it is first needed, and is there at once from then on.
beforeAll(async () => {
  await shown(BAR, { quoted: QUESTION });
  await screen.findByRole("link", { name: "Open in maps" });
  await screen.findByRole("button", { name: /^Go to the message that this answers/ });
  cleanup();
});

describe("a place", () => {
  it("has its name, its address and where it is, and leads to a map", async () => {
    const { bubble, words } = await shown(BAR);

    expect(words).toContain("Bar SoleVia Roma 145.46420, 9.18998");
    const link = within(bubble).getByRole("link", { name: "Open in maps" });
    expect(link.getAttribute("href")).toBe(
      "https://www.openstreetmap.org/?mlat=45.4642035&mlon=9.189982#map=17/45.4642035/9.189982",
    );
    expect(link.getAttribute("rel")).toBe("noopener noreferrer");
    expect(link.getAttribute("target")).toBe("_blank");
    await accessible();
  });

  it("without a name is where the customer is", async () => {
    const { words } = await shown({ type: "location", latitude: 0, longitude: -0.5 });

    expect(words).toContain("Current position0.00000, -0.50000");
  });

  it.each([
    ["https://bar.example/sole", ["https://bar.example/sole"]],
    ["javascript:alert(1)", []],
    [" data:text/html,x", []],
    ["https://", []],
  ])("with the page %s leads to a page only if that is one", async (url, expected) => {
    const { bubble } = await shown({ ...BAR, url });

    expect(links(bubble).filter((href) => !href?.includes("openstreetmap"))).toEqual(expected);
  });
});

describe("contact cards", () => {
  it("have all that stands on them, in our words where there are some", async () => {
    const { bubble, words } = await shown(cards(ADA));

    for (const part of [
      ...["Ada Neri", "Neri & Figli, sales", "+39 333 555 0171mobile", "ada@neri.examplework"],
      ...["Via Po 3, Torinomagazzino", "Birthday7 March 1990"],
    ])
      expect(words).toContain(part);
    expect(links(bubble)).toEqual(["https://neri.example/ada"]);
    await accessible();
  });

  it("give a number to copy", async () => {
    const { bubble, user } = await shown(cards(ADA));

    await user.click(within(bubble).getByRole("button", { name: "Copy +39 333 555 0171" }));

    expect(await screen.findByText("Copied: +39 333 555 0171")).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe("+39 333 555 0171");
  });

  it("without a name and with nothing on them say so", async () => {
    const { words } = await shown(cards(NOTHING));

    expect(words).toContain("Contact without a name");
  });

  it("of which the platform tells none have the names that came with them", async () => {
    const { words } = await shown({ type: "contacts", cards: [], requested: false, text: "Ada Neri" });

    expect(words).toContain("Ada Neri");
  });

  it.each(["javascript:alert(1)", "www.neri.example", "vbscript:x", "https://[broken"])(
    "do not lead to %s, and show it as it was written",
    async (value) => {
      const { bubble, words } = await shown(cards({ ...NOTHING, name: "Ada", urls: [{ value }] }));

      expect(links(bubble)).toEqual([]);
      expect(words).toContain(value);
    },
  );

  it("keep a birthday that is no date", async () => {
    const { words } = await shown(cards({ ...NOTHING, name: "Ada", birthday: "--03-07" }));

    expect(words).toContain("--03-07");
  });

  it("that we had asked for say so", async () => {
    const { words } = await shown({ ...cards(ADA), requested: true });

    expect(words).toContain("Contact we asked for");
  });

  it("are each one of a list", async () => {
    const { bubble } = await shown(cards(ADA, { ...NOTHING, name: "Ugo Blu" }));

    expect(within(bubble).getByRole("list", { name: "Contacts" }).children).toHaveLength(2);
  });
});

describe("an order", () => {
  it("has its lines, what it comes to, and the customer's words", async () => {
    const { words } = await shown({
      ...order(
        { productId: "AUR-G2", quantity: 2, price: 12.5, currency: "EUR" },
        { productId: "BULB-9", quantity: 1, price: 0.1, currency: "EUR" },
      ),
      text: "By *Friday*, please",
    });

    expect(words).toContain("Order: 2 productsAUR-G22 × €12.50BULB-91 × €0.10Total€25.10By Friday, please");
    await accessible();
  });

  it("is written in the page's language", async () => {
    await chooseLanguage("it");
    const { words } = await shown(order({ productId: "A", quantity: 1, price: 1234.5, currency: "EUR" }));

    expect(words.replace(/\s/g, " ")).toMatch(/Ordine: 1 prodottoA1 × 1\.?234,50 €Totale1\.?234,50 €/);
  });

  it("has a total for each currency", async () => {
    const { words } = await shown(
      order(
        { productId: "A", quantity: 1, price: 1, currency: "EUR" },
        { productId: "B", quantity: 2, price: 3, currency: "USD" },
      ),
    );

    expect(words).toContain("Total€1.00TotalUS$6.00");
  });

  it.each([
    ["XQZ", "XQZ"],
    ["€uro", "4.00 €uro"],
    ["", "4.00"],
  ])("in a currency called “%s” is shown all the same", async (currency, expected) => {
    const { words } = await shown(order({ productId: "A", quantity: 2, price: 2, currency }));

    expect(words).toContain(expected);
  });

  it("with a price that is not known has no total", async () => {
    const { words } = await shown(
      order({ productId: "A", quantity: 3 }, { productId: "B", quantity: 1, price: 2, currency: "EUR" }),
    );

    expect(words).toContain("A3 ×");
    expect(words).not.toContain("Total");
  });

  it("of nothing that is told is an order all the same", async () => {
    const { words } = await shown(order());

    expect(words).toContain("Order");
  });
});

describe("a choice", () => {
  it("has what was chosen, what stands below, and the question above", async () => {
    const { words } = await shown(
      { type: "choice", text: "Thursday", description: "10:00", of: "list", payload: "slot-3" },
      { quoted: QUESTION, context: { answers: "wamid.1", forwarded: false, forwardedOften: false } },
    );

    expect(words).toMatch(/^Anna RicciWhich day suits you\?Chosen from a listThursday10:00/);
    expect(words).not.toContain("slot-3");
    await accessible();
  });

  it.each([
    ["template", "Button pressed"],
    ["button", "Button pressed"],
    ["list", "Chosen from a list"],
  ] as const)("of a %s says so", async (of, expected) => {
    const { words } = await shown({ type: "choice", text: "Yes", of });

    expect(words).toContain(`${expected}Yes`);
  });
});

describe("a form", () => {
  it("has what was filled in, under names that can be read", async () => {
    const { bubble, words } = await shown({
      type: "form",
      text: "Sent",
      name: "flow",
      fields: [
        { name: "first_name", value: "Ada" },
        { name: "address.house-number", value: "3" },
      ],
    });

    expect(words).toContain("Form filled inFirst nameAdaAddress · house number3");
    expect(words).not.toContain("Sent");
    expect(within(bubble).getAllByRole("term").length).toBe(2);
    await accessible();
  });

  it("without fields has the platform's word for it", async () => {
    const { words } = await shown({ type: "form", text: "Sent", fields: [] });

    expect(words).toContain("Form filled inSent");
  });

  it("about an address is called so", async () => {
    const { words } = await shown({ type: "form", name: "address_message", fields: [] });

    expect(words).toContain("Address filled in");
  });
});

describe("an answer about calls", () => {
  it.each([
    [{ accepted: true, permanent: true }, "Allows calls, always"],
    [{ accepted: true, permanent: false, until: "2026-11-30T10:00:00Z" }, "Allows calls until Monday 30 Nov"],
    [{ accepted: true, permanent: false }, "Allows calls"],
    [{ accepted: false, permanent: false }, "Does not allow calls"],
  ])("is told in plain words: %o", async (answer, expected) => {
    const { words } = await shown({ type: "call-permission", ...answer });

    expect(words).toContain(expected);
  });
});

describe("what is not shown", () => {
  it.each([
    ["image", {}, "Photo: not shown here yet. The phone has it."],
    ["video", { text: "Look" }, "Video: not shown here yet. The phone has it.Look"],
    ["location", { text: "Bar Sole" }, "Place: not shown here yet. The phone has it.Bar Sole"],
    ["button", { text: "Yes" }, "Yes"],
    ["unsupported", { detail: "poll_creation" }, "Poll: not shown here yet."],
    ["unsupported", { detail: "poll_update" }, "Vote in a poll: not shown here yet."],
    ["unsupported", { detail: "view_once" }, "Photo or video to be seen once: not shown here yet."],
    ["unsupported", { detail: "edit" }, "A message was edited. The phone shows what it says now."],
    ["unsupported", { detail: "pin" }, "A message was pinned."],
    ["unsupported", { detail: "brand_new" }, "Message of the kind “brand new”: not shown here yet."],
    ["unsupported", {}, "WhatsApp does not pass this message on."],
    ["unknown", {}, "WhatsApp does not pass this message on."],
    ["request_welcome", {}, "Opened the chat and has written nothing yet."],
    ["interactive", { detail: "product", text: "OLIO-5L" }, "Product OLIO-5L"],
    ["interactive", { detail: "product_list", text: "OLIO-5L, MIELE-1" }, "Products OLIO-5L, MIELE-1"],
    ["interactive", { detail: "brand_new" }, "Message of the kind “brand new”: not shown here yet."],
    ["media_placeholder", {}, "The phone did not hand over this file. You can open it there."],
    ["hologram", {}, "Message of the kind “hologram”: not shown here yet."],
    [
      "image",
      { error: { code: 131052, title: "Media", detail: "Over 100 MB" } },
      "The phone has it. (Over 100 MB)",
    ],
    ["unsupported", { error: { code: 131051, title: "Type unknown" } }, "phone has it. (Type unknown)"],
  ])("is said in words: %s %o", async (platformType, more, expected) => {
    const { words } = await shown(unsupported(platformType, more));

    expect(words).toContain(expected);
  });

  it("of a kind that only a newer server knows is said, too", async () => {
    const { words } = await shown({ type: "hologram", text: "Look!" } as unknown as Content);

    expect(words).toContain("Message of the kind “hologram”: not shown here yet. The phone has it.Look!");
  });

  it("in Italian is said as well", async () => {
    await chooseLanguage("it");
    const { words } = await shown(unsupported("unsupported", { detail: "edit" }));

    expect(words).toContain("Un messaggio è stato modificato. Il telefono mostra che cosa dice ora.");
  });

  it("is no empty bubble when nothing was written", async () => {
    const { words } = await shown(text("  "));

    expect(words).toContain("Empty message");
  });
});

const context = (more: Partial<MessageContext>): More => ({
  context: { forwarded: false, forwardedOften: false, ...more },
});

describe("where a message comes from", () => {
  it.each([
    [{ forwarded: true }, "Forwarded"],
    [{ forwarded: true, forwardedOften: true }, "Forwarded many times"],
    [{ answers: "wamid.OLD" }, "Answers a message that is older than this inbox"],
    [{ product: { productId: "AUR-G2" } }, "Asks about the product AUR-G2"],
    [{ product: { catalogId: "1" } }, "Asks about a product"],
    [{ referral: {} }, "Came from a page"],
    [{ summary: "She wants a refund." }, "What was said before, summed up by a machine: She wants a refund."],
  ])("stands above it: %o", async (more, expected) => {
    const { words } = await shown(text("Hello"), context(more));

    expect(words.startsWith(`${expected}Hello`)).toBe(true);
  });

  it("is nothing when the platform says nothing of it", async () => {
    const { words } = await shown(text("Hello"), context({}));

    expect(words).toMatch(/^Hello/);
  });

  it("is an ad with its title, its words and where it stands", async () => {
    const { bubble, words } = await shown(
      text("Info?"),
      context({
        referral: {
          sourceType: "ad",
          headline: "November sale",
          body: "Write to us",
          sourceUrl: "https://fb.example/x1",
        },
      }),
    );

    expect(words).toMatch(/^Came from an adNovember saleWrite to usfb\.exampleInfo\?/);
    expect(links(bubble)).toEqual(["https://fb.example/x1"]);
    await accessible();
  });

  it("is no link when it is no page", async () => {
    const { bubble, words } = await shown(
      text("Info?"),
      context({ referral: { sourceType: "post", sourceUrl: "javascript:alert(1)" } }),
    );

    expect(words).toContain("Came from a post");
    expect(links(bubble)).toEqual([]);
  });
});

/** Giulia answers what stands so far above in a long conversation. */
async function answersOld(which: (items: TimelineItem[]) => TimelineItem | Quoted) {
  const world = new World();
  const giulia = giuliaIn(world);
  const start = world.now() - 30_000_000;
  for (let index = 0; index < 200; index++)
    world.customerWrites(giulia, `number ${index}`, start + index * 60_000);
  const found = which(giulia.items);
  const quoted = "messageId" in found ? found : { messageId: found.id, content: found.content };
  world.customerSends(giulia, text("This one"), world.now(), { quoted });
  giulia.reads.set(PEOPLE.anna.id, giulia.lastSequence);
  const opened = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`);
  const button = await screen.findByRole("button", { name: /^Go to the message that this answers/ });
  return { ...opened, world, giulia, button };
}
const numbered = (number: number) => (items: TimelineItem[]) =>
  items.find(({ content }) => content.text === `number ${number}`)!;

describe("a quoted message", () => {
  it("is named with who wrote it", async () => {
    const { bubble } = await shown(text("Thursday"), { quoted: QUESTION });

    expect(
      within(bubble).getByRole("button", {
        name: "Go to the message that this answers. Anna Ricci: Which day suits you?",
      }),
    ).toBeTruthy();
    await accessible();
  });

  it("of the customer's own has the customer's name, and what it was", async () => {
    const { bubble } = await shown(text("Here"), {
      quoted: { messageId: QUESTION.messageId, content: BAR },
    });

    expect(
      within(bubble).getByRole("button", { name: /Giulia Ferri: Place: Bar Sole, Via Roma 1$/ }),
    ).toBeTruthy();
  });

  it("that is not loaded is loaded, shown and marked, and has the focus", async () => {
    const { button, user } = await answersOld(numbered(20));

    await user.click(button);

    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^number 20\d\d:\d\d/));
    expect(document.activeElement?.closest("[data-linked]")).toBeTruthy();
  });

  it("that is the first of those that are loaded is shown as soon as those above are there", async () => {
    const { button, user } = await answersOld((items) => {
      const sorted = [...items].sort((a, b) => a.at.localeCompare(b.at));
      return sorted.at(-49)!;
    });

    await user.click(button);

    await waitFor(() => expect(document.querySelector("[data-linked]")).toBeTruthy());
  });

  it("is led to as often as it is pressed, also by the keyboard", async () => {
    const { button, user } = await answersOld(numbered(199));
    await user.click(button);
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^number 199/));
    await waitFor(() => expect(document.querySelector("[data-linked]")).toBeNull());

    screen.getByRole("button", { name: /^Go to the message that this answers/ }).focus();
    await user.keyboard("{Enter}");

    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^number 199/));
    expect(document.activeElement?.closest("[data-linked]")).toBeTruthy();
  });

  it("that is not there any more says so, and what is on the screen stays", async () => {
    const { button, user } = await answersOld(() => QUESTION);

    await user.click(button);

    expect(
      await screen.findByText("The message that this answers is not in this conversation any more."),
    ).toBeTruthy();
    expect(within(screen.getByRole("log")).getByText("This one")).toBeTruthy();
  });

  it("that cannot be loaded just now says so", async () => {
    const { api, button, user } = await answersOld(numbered(20));
    api.instead.set("/timeline", ["no answer"]);

    await user.click(button);

    expect(
      await screen.findByText("The message that this answers could not be loaded just now."),
    ).toBeTruthy();
  });

  it("comes with the news, as it comes with the page", async () => {
    const { world, giulia, tell } = await shown(text("Hello"));
    world.customerSends(giulia, text("Thursday"), world.now(), {
      quoted: QUESTION,
      ...context({ answers: "wamid.1", forwarded: true }),
    });

    tell();

    const bubble = screen.getAllByRole("article").at(-1)!;
    expect(bubble.textContent).toMatch(/^ForwardedAnna RicciWhich day suits you\?Thursday/);
  });
});

describe("in one line of words", () => {
  it.each([
    [BAR, "Place: Bar Sole, Via Roma 1"],
    [{ type: "location", latitude: 1, longitude: 2 }, "Current position"],
    [cards(ADA), "Contact: Ada Neri"],
    [cards(NOTHING), "Contact card"],
    [{ ...order({ productId: "A", quantity: 1 }), text: "Soon?" }, "Order: Soon?"],
    [order({ productId: "A", quantity: 1 }), "Order"],
    [{ type: "choice", text: "Thursday", of: "list" }, "Thursday"],
    [{ type: "form", text: "Sent", fields: [] }, "Form filled in"],
    [{ type: "call-permission", accepted: true, permanent: true }, "Answer about calls"],
    [unsupported("image", { text: "Look" }), "Photo: Look"],
    [unsupported("audio"), "Audio"],
    [unsupported("hologram"), "Message of the kind “hologram”"],
    [unsupported("unsupported"), "Message that WhatsApp does not pass on"],
    [text("Line one\nline two"), "Line one, line two"],
  ] as [Content, string][])("a row says of %o what its preview knows", async (content, expected) => {
    await shown(content);

    expect(row().getAttribute("aria-label") ?? row().textContent).toContain(`, ${expected}`);
  });

  it.each([
    [BAR, "Place: Bar Sole, Via Roma 1"],
    [cards(ADA, { ...NOTHING, name: "Ugo Blu" }), "Contacts: Ada Neri, Ugo Blu"],
    [order({ productId: "A", quantity: 5 }), "Order: 1 product"],
    [{ type: "call-permission", accepted: false, permanent: false }, "Does not allow calls"],
    [unsupported("unsupported", { detail: "poll_creation" }), "Poll"],
  ] as [Content, string][])("the name of a message says that it is %o", async (content, what) => {
    const { bubble } = await shown(content);

    expect(bubble.getAttribute("aria-label")).toMatch(
      new RegExp(`^Giulia Ferri, message, ${what}, \\d\\d:\\d\\d$`),
    );
  });

  it("a message that comes is announced", async () => {
    const { world, giulia, tell } = await shown(text("Hello"));
    world.customerSends(giulia, order({ productId: "A", quantity: 1 }, { productId: "B", quantity: 1 }));

    tell();

    expect(await screen.findByText("Giulia Ferri: Order: 2 products")).toBeTruthy();
  });

  it("the row hears of a kind from the news as from the list", async () => {
    const { world, giulia, tell } = await shown(text("Hello"));
    world.customerSends(giulia, unsupported("sticker"));

    tell();

    expect(row().textContent).toContain(", Sticker");
  });

  it("a refusal says what was added", async () => {
    const { refusalSentence } = await import("./refused/sentences");
    const { translate, withTexts } = await import("../../i18n/translate");
    await withTexts({
      en: () => import("./refused/texts.en.json"),
      it: () => import("./refused/texts.it.json"),
    });
    const world = new World();
    const added = [world.customerSends(giuliaIn(world), BAR)];

    expect(refusalSentence({ status: 409, reasonKey: "stale-view", added }, translate)).toContain(
      "Giulia Ferri wrote “Place: Bar Sole, Via Roma 1”",
    );
  });

  it("is as good in Italian", async () => {
    await chooseLanguage("it");
    const { bubble } = await shown(order({ productId: "A", quantity: 1 }, { productId: "B", quantity: 1 }));

    expect(bubble.getAttribute("aria-label")).toMatch(
      /^Giulia Ferri, messaggio, Ordine: 2 prodotti, \d\d:\d\d$/,
    );
  });
});
