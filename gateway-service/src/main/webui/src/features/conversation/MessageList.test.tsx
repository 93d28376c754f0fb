import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { giuliaIn, PEOPLE, World } from "../../../test/fixtures";
import { accessible, openApp, openGiulia } from "../../../test/screen";
import { chooseLanguage } from "../../i18n";

const MINUTE = 60_000;
const LONG_AGO = 500 * MINUTE;

/** Anna's conversation with Giulia, who wrote so much. */
async function openLong(search: (giulia: ReturnType<typeof giuliaIn>) => string = () => "", unread = 0) {
  const world = new World();
  const giulia = giuliaIn(world);
  world.assign(giulia, PEOPLE.anna);
  const start = world.now() - LONG_AGO;
  for (let index = 0; index < 400; index++)
    world.customerWrites(giulia, `number ${index}`, start + index * MINUTE);
  giulia.reads.set(PEOPLE.anna.id, giulia.lastSequence - unread);
  const marco = world.open("Marco De Santis", undefined);
  world.customerWrites(marco, "Ciao");
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}${search(giulia)}`);
  await waitFor(() => expect(screen.getByRole("log").getAttribute("aria-busy")).toBe("false"));
  const numbered = (number: number) =>
    giulia.items.find(({ content }) => content.text === `number ${number}`)!;
  return { world, giulia, marco, numbered, ...context };
}

const log = () => screen.getByRole("log", { name: /Messages|Messaggi/ });
const scrollTo = (top: number) => {
  log().scrollTop = top;
  fireEvent.scroll(log());
};
const linkTo = (number: number) => (giulia: ReturnType<typeof giuliaIn>) =>
  `&m=${giulia.items.find(({ content }) => content.text === `number ${number}`)!.id}`;

beforeEach(() => chooseLanguage("en"));

describe("a long conversation", () => {
  it("opens at its end, and draws what is on the screen and around it", async () => {
    await openLong();

    expect(within(log()).getByText("Buongiorno, è arrivato il mio ordine? 😊")).toBeTruthy();
    expect(within(log()).queryByText("number 350")).toBeNull();
    expect(within(log()).getAllByRole("article").length).toBeLessThan(100);
    await accessible();
  });

  it("opens where the unread messages begin", async () => {
    await openLong(undefined, 40);

    expect(await within(log()).findByText("40 new")).toBeTruthy();
    expect(within(log()).getByText("number 361")).toBeTruthy();
    expect(within(log()).queryByText("number 399")).toBeNull();
    expect(screen.getByRole("button", { name: "Go to the newest message" })).toBeTruthy();
  });

  it("reads on when somebody scrolls up, and says how many came meanwhile", async () => {
    const { world, giulia, store, tell, user } = await openLong();

    scrollTo(300);
    await waitFor(() => expect(store.thread(giulia.id)?.items.length).toBeGreaterThan(50));
    world.customerWrites(giulia, "One more");
    world.customerWrites(giulia, "And another");
    tell();

    expect(within(log()).queryByText("And another")).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Go to the newest messages, 2 new" }));
    expect(await within(log()).findByText("And another")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Go to the newest/ })).toBeNull();
  });

  it("is where it was left for who comes back", async () => {
    const { user } = await openLong();
    scrollTo(100);
    const shown = within(log())
      .getAllByRole("article")
      .map(({ textContent }) => textContent);

    await user.click(screen.getByRole("link", { name: /Marco De Santis/ }));
    await within(log()).findByText("Ciao");
    await user.click(screen.getByRole("link", { name: /Giulia Ferri/ }));

    await waitFor(() => expect(log().textContent).toContain(shown[Math.floor(shown.length / 2)]));
    expect(within(log()).queryByText("Buongiorno, è arrivato il mio ordine? 😊")).toBeNull();
  });

  it("is walked through by the arrow keys, also where it was not drawn", async () => {
    const { user } = await openLong();
    within(log()).getAllByRole("article").at(-1)!.focus();

    await user.keyboard("{ArrowUp}".repeat(45));

    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^number 355/));
    expect(document.activeElement?.getAttribute("role") ?? document.activeElement?.tagName).toBe("ARTICLE");
  });
});

describe("what customers see of who reads", () => {
  const reads = ({ calls }: { calls: readonly { call: string; body: unknown }[] }) =>
    calls.filter(({ call }) => call.endsWith("/read")).map(({ body }) => body);

  it("is told once more when somebody becomes the responder of what he has open", async () => {
    const { user, api, giulia } = await openGiulia();
    await waitFor(() => expect(reads(api)).toEqual([{ sequence: giulia.lastSequence }]));

    await user.click(screen.getByRole("button", { name: "Take" }));

    await waitFor(() =>
      expect(reads(api).slice(1)).toEqual([{ sequence: giulia.lastSequence, epoch: giulia.epoch }]),
    );
  });

  it("is told when a responder opens what he had read before he was it, and not again while nothing comes", async () => {
    const { api, giulia, world, tell } = await openGiulia("anna", (before, conversation) => {
      conversation.reads.set(PEOPLE.anna.id, conversation.lastSequence);
      before.assign(conversation, PEOPLE.anna);
    });
    await waitFor(() => expect(reads(api)).toEqual([{ sequence: giulia.lastSequence, epoch: giulia.epoch }]));

    const next = world.customerWrites(giulia, "Are you there?");
    tell();

    await waitFor(() =>
      expect(reads(api).slice(1)).toEqual([{ sequence: next.sequence, epoch: giulia.epoch }]),
    );
  });

  it("is not told of what somebody else reads again", async () => {
    const { api, world, giulia, tell } = await openGiulia("bruno", (_, conversation) => {
      conversation.reads.set(PEOPLE.bruno.id, conversation.lastSequence);
    });

    world.customerWrites(giulia, "Are you there?");
    tell();

    await waitFor(() => expect(reads(api)).toEqual([{ sequence: giulia.lastSequence }]));
  });
});

describe("a link to a message", () => {
  it("loads what stands around it, marks it, and gives it the focus", async () => {
    const { store, giulia } = await openLong(linkTo(120));

    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^number 120/));
    expect(document.activeElement?.closest("[data-linked]")).toBeTruthy();
    expect(within(log()).queryByText("number 399")).toBeNull();
    expect(store.thread(giulia.id)?.away).toBe(true);
    await accessible();
    await waitFor(() => expect(document.querySelector("[data-linked]")).toBeNull());
  });

  it("leads to the newest messages by a button, and does not count as having read them before", async () => {
    const { user, world, giulia, tell, api } = await openLong(linkTo(120));
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^number 120/));
    world.customerWrites(giulia, "Are you there?");
    tell();
    // The mark fades long after what is read would have been said.
    await waitFor(() => expect(document.querySelector("[data-linked]")).toBeNull());
    expect(api.calls.some(({ call }) => call.endsWith("/read"))).toBe(false);

    await user.click(await screen.findByRole("button", { name: "Go to the newest message, 1 new" }));

    expect(await within(log()).findByText("Are you there?")).toBeTruthy();
    await waitFor(() => expect(api.calls.some(({ call }) => call.endsWith("/read"))).toBe(true));
  });

  it("shows one's own answer at the end, where it stands", async () => {
    const { user, giulia } = await openLong(linkTo(120));
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^number 120/));

    await user.type(screen.getByRole("textbox", { name: /^Reply/ }), "Here it is{Enter}");

    expect(await within(log()).findByText("Here it is")).toBeTruthy();
    await waitFor(() => expect(giulia.items.at(-1)?.content.text).toBe("Here it is"));
    expect(within(log()).queryByText("number 120")).toBeNull();
  });

  it.each([
    ["en", "The message of this link is not in this conversation any more, or never was.", "All right"],
    ["it", "Il messaggio di questo link non è più in questa conversazione, o non c’è mai stato.", "Va bene"],
  ] as const)(
    "to one that is not there says so (%s), and shows the newest",
    async (language, words, dismiss) => {
      await chooseLanguage(language);
      const { user } = await openLong(() => "&m=0197b000-0000-7000-8000-00000000dead");

      expect(await screen.findByText(new RegExp(words))).toBeTruthy();
      expect(within(log()).getByText("Buongiorno, è arrivato il mio ordine? 😊")).toBeTruthy();
      await accessible();
      await user.click(screen.getByRole("button", { name: dismiss }));
      await waitFor(() => expect(screen.queryByText(new RegExp(words))).toBeNull());
    },
  );

  it("is copied beside the message", async () => {
    const { user, giulia, numbered } = await openLong();
    const bubble = within(log()).getByText("number 399").closest("article")!;

    await user.hover(bubble);
    await user.click(await within(bubble).findByRole("button", { name: "Copy link to this message" }));

    expect(await screen.findByText("Link copied")).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(
      `${location.origin}/inbox/all?c=${giulia.id}&m=${numbered(399).id}`,
    );
  });
});
