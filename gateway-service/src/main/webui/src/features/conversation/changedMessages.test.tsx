import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { type giuliaIn, PEOPLE, type World } from "../../../test/fixtures";
import { accessible, openGiulia } from "../../../test/screen";
import type { Content } from "../../api/types";
import { chooseLanguage } from "../../i18n";

type Giulia = ReturnType<typeof giuliaIn>;
const text = (words: string): Content => ({ type: "text", text: words });
const row = () => screen.getByRole("link", { name: /^Giulia Ferri/ });
const bubble = () => screen.getAllByRole("article").at(-1)!;

beforeEach(() => chooseLanguage("en"));

describe("a reaction", () => {
  it("stands below its message with whose it is, and goes when it is taken away", async () => {
    const { world, giulia, tell } = await openGiulia();
    const message = giulia.items[0]!;
    world.react(giulia, message, ["👍🏽"]);
    tell();

    const list = await screen.findByRole("list", { name: "Reactions" });
    expect(within(list).getByText("👍🏽 from Giulia Ferri")).toBeTruthy();
    await accessible();
    world.react(giulia, message, []);
    tell();
    expect(screen.queryByRole("list", { name: "Reactions" })).toBeNull();
  });

  it("of the same kind is counted, and names everybody", async () => {
    await openGiulia("anna", (world: World, giulia: Giulia) => {
      const at = world.instant();
      const by = { id: PEOPLE.anna.id, name: PEOPLE.anna.name };
      giulia.items[0]!.reactions = [
        { emoji: "❤️", at },
        { emoji: "❤️", at, by },
        { emoji: "🙏", at, by },
      ];
    });

    const list = await screen.findByRole("list", { name: "Reactions" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(2);
    expect(within(list).getByText("❤️ from Giulia Ferri and Anna Ricci")).toBeTruthy();
    expect(list.textContent).toContain("2");
    await act(() => chooseLanguage("it"));
    expect(within(list).getByText("❤️ da Giulia Ferri e Anna Ricci")).toBeTruthy();
  });

  it("on a reply leaves the conversation resolved", async () => {
    const { world, giulia, tell } = await openGiulia("anna", (world: World, giulia: Giulia) => {
      world.assign(giulia, PEOPLE.anna);
      world.reply(giulia, PEOPLE.anna, { content: text("È partito") });
      world.resolve(giulia, PEOPLE.anna, { lastSeen: 2 });
    });

    world.react(giulia, giulia.items[1]!, ["👍🏽"]);
    tell();

    expect(await screen.findByText("👍🏽 from Giulia Ferri")).toBeTruthy();
    expect(screen.getAllByRole("button", { name: /Reopen/ })).not.toEqual([]);
  });
});

describe("an edited message", () => {
  const edited = async () => {
    const opened = await openGiulia();
    opened.world.edit(opened.giulia, opened.giulia.items[0]!, text("Alle *quattro*?"));
    opened.tell();
    await screen.findByText("edited");
    return opened;
  };

  it("says what it says now, and on request what it said before, by the keyboard, too", async () => {
    const { user } = await edited();
    expect(bubble().textContent).toMatch(/^Alle quattro\?edited, 1 earlier version/);
    expect(row().textContent).toContain("Alle *quattro*?");

    await user.click(screen.getByText("edited"));

    const earlier = screen.getByRole("list", { name: "Earlier versions" });
    expect(earlier.textContent).toMatch(/^Buongiorno, è arrivato il mio ordine\? 😊until \d\d:\d\d$/);
    await accessible();
  });

  it("says so in Italian, too, and stands as a line between the messages", async () => {
    await edited();
    await act(() => chooseLanguage("it"));

    expect(screen.getByText("modificato")).toBeTruthy();
    expect(screen.getByRole("log").textContent).toMatch(
      /Giulia Ferri ha modificato un messaggio · \d\d:\d\d/,
    );
  });

  it("that the platform does not tell is a quiet line, and the last message stays in the row", async () => {
    const { world, giulia, tell } = await openGiulia();

    world.customerActs(giulia, "edited-untold");
    tell();

    await waitFor(() =>
      expect(screen.getByRole("log").textContent).toContain(
        "Giulia Ferri changed an earlier message; WhatsApp did not deliver the new wording",
      ),
    );
    expect(screen.getAllByRole("article")).toHaveLength(1);
    expect(row().textContent).toContain("è arrivato il mio ordine?");
  });
});

describe("a message that the customer deleted", () => {
  it("says so where it stood, in the row and where it is quoted", async () => {
    const { world, giulia, tell } = await openGiulia();
    const { id: messageId, content } = giulia.items[0]!;
    world.customerSends(giulia, text("Il codice"), world.now(), { quoted: { messageId, content } });
    for (const item of [...giulia.items]) world.revoke(giulia, item);
    tell();

    await waitFor(() => expect(bubble().textContent).toContain("The customer deleted this message."));
    const [first, second] = screen.getAllByRole("article");
    expect(first!.getAttribute("aria-label")).toMatch(/^Giulia Ferri, message, Deleted message, \d\d:\d\d$/);
    expect(
      await within(second!).findByRole("button", { name: /Giulia Ferri: Deleted message$/ }),
    ).toBeTruthy();
    expect(row().textContent).toContain("Deleted message");
    await accessible();
    await act(() => chooseLanguage("it"));
    expect(first!.textContent).toContain("Il cliente ha eliminato questo messaggio.");
  });
});
