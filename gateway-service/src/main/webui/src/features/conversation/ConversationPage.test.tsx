import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { giuliaIn } from "../../../test/fixtures";
import { PEOPLE, World } from "../../../test/fixtures";
import { accessible, openApp, openGiulia } from "../../../test/screen";
import { chooseLanguage } from "../../i18n";
import { singleKeys } from "../../lib/shortcuts";

beforeEach(async () => {
  await chooseLanguage("en");
  singleKeys.turn(true);
});

describe("a conversation", () => {
  it("is taken, answered, and shows the ticks", async () => {
    const { world, giulia, user, tell } = await openGiulia();
    await user.click(screen.getByRole("button", { name: "Take" }));
    expect(await screen.findByRole("button", { name: "Assigned to you" })).toBeTruthy();
    const field = screen.getByRole("textbox", { name: "Reply to Giulia Ferri" });
    await user.type(field, "Sì, è qui!{Enter}");
    expect(
      await screen.findByRole("article", { name: /Anna Ricci, reply, \d\d:\d\d, sending/ }),
    ).toBeTruthy();
    expect((field as HTMLTextAreaElement).value).toBe("");
    await waitFor(() => expect(giulia.items).toHaveLength(2));
    for (const status of ["delivered", "read", "sent"] as const)
      world.status(giulia, giulia.items[1]!, status);
    tell();
    expect(await screen.findByRole("article", { name: /Anna Ricci, reply, \d\d:\d\d, read/ })).toBeTruthy();
    await accessible();
  });

  it("does not send during a composition, nor an empty text, nor one that is too long", async () => {
    const { user, api } = await openGiulia("anna", (world, giulia) => world.assign(giulia, PEOPLE.anna));
    const field = screen.getByRole("textbox", { name: /^Reply/ });
    await user.type(field, "   {Enter}");
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
    act(() => {
      screen.getByRole("textbox", { name: /^Reply/ }).focus();
    });
    expect(screen.getByRole("button", { name: "Send" }).hasAttribute("disabled")).toBe(true);
    await user.click(field);
    await user.paste("x".repeat(4100));
    expect(screen.getByText(/characters too many/)).toBeTruthy();
    await user.keyboard("{Enter}");
    expect(api.calls.some(({ call }) => call.endsWith("/replies"))).toBe(false);
  });

  it("of a colleague says whose it is, keeps the draft in sight, and leaves notes open", async () => {
    const { world, giulia, user, tell } = await openGiulia("bruno");
    await user.type(screen.getByRole("textbox", { name: /^Reply/ }), "I was about to answer");
    world.assign(giulia, PEOPLE.anna);
    tell();
    const card = (await screen.findByText("Anna Ricci has this conversation")).closest(
      "[role=status]",
    ) as HTMLElement;
    expect(within(card).getByText("I was about to answer")).toBeTruthy();
    expect(within(card).queryByRole("button", { name: "Take over" })).toBeNull();
    expect(screen.queryByRole("textbox")).toBeNull();
    await user.click(within(card).getByRole("button", { name: "Write a note" }));
    const note = screen.getByRole("textbox", { name: /^Internal note about Giulia Ferri/ });
    await user.type(note, "Ask about the colour{Enter}");
    expect(await screen.findByRole("article", { name: /Bruno Conti, internal note/ })).toBeTruthy();
    expect(giulia.notes.map(({ text }) => text)).toEqual(["Ask about the colour"]);
    expect(giulia.items).toHaveLength(1);
    await accessible();
  });

  it("can be taken over by who may, after a question; who had it reads so and keeps his text", async () => {
    const held = (world: World, giulia: ReturnType<typeof giuliaIn>) => world.assign(giulia, PEOPLE.anna);
    const { giulia, user } = await openGiulia("carla", held);
    await user.keyboard("c");
    const dialog = await screen.findByRole("dialog", { name: "Take over from Anna Ricci?" });
    await user.click(within(dialog).getByRole("button", { name: "Take over" }));
    expect(await screen.findByRole("textbox", { name: "Reply to Giulia Ferri" })).toBeTruthy();
    expect(giulia.assignee?.name).toBe("Carla Moretti");
  });

  it("that was taken away while writing says so", async () => {
    const { world, giulia, user, tell } = await openGiulia("anna", (world, giulia) =>
      world.assign(giulia, PEOPLE.anna),
    );
    await user.type(screen.getByRole("textbox", { name: /^Reply/ }), "My long answer");
    world.assign(giulia, PEOPLE.carla, { takeOver: true });
    tell();
    expect(await screen.findByText("Carla Moretti took over")).toBeTruthy();
    expect(screen.getByText("My long answer")).toBeTruthy();
    expect(screen.getByText("Your draft is kept")).toBeTruthy();
  });

  it("refuses an answer to what is not seen, and sends it anyway on request", async () => {
    const { world, giulia, user } = await openGiulia("anna", (world, giulia) =>
      world.assign(giulia, PEOPLE.anna),
    );
    world.customerWrites(giulia, "Wait, something else");
    await user.type(screen.getByRole("textbox", { name: /^Reply/ }), "My answer{Enter}");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain(
      "Giulia Ferri wrote “Wait, something else” before your reply arrived",
    );
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Reply/ }).value).toBe("My answer");
    await accessible();
    await user.click(within(alert).getByRole("button", { name: "Send anyway" }));
    await waitFor(() => expect(giulia.items.at(-1)?.content.text).toBe("My answer"));
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  it("closes by the server's clock with the reason, keeps the text, and opens when the customer writes", async () => {
    const { world, giulia, user, tell, clock } = await openGiulia("anna", (world, giulia) =>
      world.assign(giulia, PEOPLE.anna),
    );
    await user.type(screen.getByRole("textbox", { name: /^Reply/ }), "Nearly done");
    const later = Date.now() + 25 * 3_600_000;
    world.now = () => later;
    act(() => clock.heard(new Date(later).toISOString()));
    expect(await screen.findByText("The 24-hour window is closed")).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.getByText("Nearly done")).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Choose a template/ })).toBeTruthy();
    await accessible();
    world.customerWrites(giulia, "Here I am again");
    tell();
    expect((await screen.findByRole<HTMLTextAreaElement>("textbox", { name: /^Reply/ })).value).toBe(
      "Nearly done",
    );
  });

  it("can be read by a viewer, and nothing more", async () => {
    const { user } = await openGiulia("elena");
    expect(screen.getByText(/You can read this conversation/)).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    for (const name of ["Take", "Resolve", "Send", "Add note", "Take over"]) {
      expect(screen.queryByRole("button", { name })).toBeNull();
    }
    await user.keyboard("cen");
    expect(screen.queryByRole("textbox")).toBeNull();
    await accessible();
  });

  it("is resolved with a way back", async () => {
    const { giulia, user } = await openGiulia("anna", (world, giulia) => world.assign(giulia, PEOPLE.anna));
    await user.keyboard("e");
    const toast = await screen.findByText("Resolved Giulia Ferri");
    expect(giulia.status).toBe("resolved");
    expect(await screen.findByText("This conversation is resolved")).toBeTruthy();
    await user.click(within(toast.parentElement!).getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(giulia.status).toBe("open"));
    expect(await screen.findByRole("textbox", { name: /^Reply/ })).toBeTruthy();
  });

  it("has its history beside it, and between the messages", async () => {
    const { world, giulia, user, tell } = await openGiulia("bruno");
    world.assign(giulia, PEOPLE.anna);
    world.note(giulia, PEOPLE.anna, { text: "Look" });
    world.assign(giulia, PEOPLE.carla, { takeOver: true });
    tell();
    const log = screen.getByRole("log", { name: "Messages" });
    await waitFor(() => expect(log.textContent).toContain("Carla Moretti took over from Anna Ricci"));
    await user.keyboard("d");
    const details = await screen.findByRole("complementary", { name: "Customer" });
    await user.click(within(details).getByRole("tab", { name: "History" }));
    const lines = within(within(details).getByRole("list", { name: "History" })).getAllByRole("listitem");
    const said = lines.map((line) => line.textContent?.replace(/\d\d:\d\d$/, ""));
    expect(said).toEqual([
      expect.stringContaining("Carla took over from Anna"),
      "Anna added a note",
      "Anna took the conversation",
      "Giulia wrote",
    ]);
    await accessible();
  });

  it.each(["d", "{Escape}"])("gets the focus back from the customer's pane that %s closes", async (key) => {
    const { user } = await openGiulia("bruno");
    await user.keyboard("d");
    const details = await screen.findByRole("complementary", { name: "Customer" });
    await user.click(within(details).getByRole("tab", { name: "History" }));

    await user.keyboard(key);

    await waitFor(() => expect(screen.queryByRole("complementary", { name: "Customer" })).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole("log", { name: "Messages" }));
  });

  it("that may no longer be seen says so", async () => {
    const { giulia, inbox } = await openGiulia("anna");
    act(() => inbox.gone(giulia.id));
    expect(await screen.findByText("You no longer see this conversation")).toBeTruthy();
  });

  it("that does not exist says so", async () => {
    await openApp(new World(), "anna", "/inbox/all?c=0197b000-0000-7000-8000-00000000dead");
    expect(await screen.findByText("This conversation is not here")).toBeTruthy();
    await accessible();
  });
});
