import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { chooseLanguage } from "../../i18n";
import type { Content, Sender } from "../../api/types";
import { PEOPLE, World } from "../../../test/fixtures";
import { accessible, openApp } from "../../../test/screen";

const PIA: Sender = { contactId: "0197a000-0000-7000-8000-0000000000f1", name: "Pia Conti" };
const IDA: Sender = { contactId: "0197a000-0000-7000-8000-0000000000f2", name: "Ida Riva" };
const text = (words: string): Content => ({ type: "text", text: words });

/** Pia and Ida write in a group, which is open. */
async function openGroup(subject = "Trasloco via Roma") {
  const world = new World();
  const group = world.gather(subject);
  const at = world.now() - 60_000;
  const first = world.customerSends(group, text("Ciao a tutti"), at, { sender: PIA });
  world.customerSends(group, text("A che ora?"), at + 1_000, { sender: PIA });
  world.customerSends(group, text("Alle otto"), at + 2_000, { sender: IDA });
  world.assign(group, PEOPLE.anna);
  const context = await openApp(world, "anna", `/inbox/all?c=${group.id}`);
  await screen.findByRole("article", { name: /^Ida Riva, message/ });
  return { world, group, first, ...context };
}

beforeEach(() => chooseLanguage("en"));

describe("a group", () => {
  it("is marked as one in the list, with who wrote last", async () => {
    await openGroup();

    const row = screen.getByRole("link", { name: /^Trasloco via Roma, group, .*Ida Riva: Alle otto/ });
    expect(row.textContent).toContain("Ida: Alle otto");
    await accessible();
  });

  it("is marked as one above its thread, and in Italian as well", async () => {
    await openGroup();
    expect(screen.getAllByText("WhatsApp group")).not.toHaveLength(0);

    void chooseLanguage("it");

    expect(await screen.findAllByText("Gruppo WhatsApp")).not.toHaveLength(0);
  });

  it("names above its first message who wrote, and again when somebody else does", async () => {
    await openGroup();

    const shown = (name: RegExp) =>
      screen
        .getAllByRole("article", { name })
        .map((bubble) => bubble.textContent.split(/Ciao|A che|Alle/)[0]);
    expect(shown(/^Pia Conti, message/)).toEqual(["Pia Conti", ""]);
    expect(shown(/^Ida Riva, message/)).toEqual(["Ida Riva"]);
  });

  it("says of an emoji, and of what a message answers, whose it is", async () => {
    const { world, group, first, tell } = await openGroup();
    world.customerSends(group, text("Ciao Pia!"), world.now(), {
      sender: IDA,
      quoted: { messageId: first.id, content: first.content, sender: PIA },
    });
    tell();

    expect(await screen.findByRole("button", { name: /Pia Conti.*Ciao a tutti/ })).toBeTruthy();
  });

  it("has quiet lines about who comes and what it is called", async () => {
    const { world, group, tell } = await openGroup();

    world.groupChanges(group, "joined", ["Carla Pini"]);
    world.groupChanges(group, "renamed", [], "Trasloco, sabato");
    tell();

    const thread = screen.getByRole("log");
    expect((await within(thread).findByText(/Joined the group/)).textContent).toContain("Carla Pini");
    expect(within(thread).getByText(/The group was renamed/).textContent).toContain("Trasloco, sabato");
    expect(screen.getByRole("link", { name: /^Trasloco, sabato, group/ })).toBeTruthy();
  });

  it("of which no subject was told is called by the end of its id, in the reader's language", async () => {
    await openGroup("…4421");
    expect(screen.getByRole("link", { name: /^Group …4421, group/ })).toBeTruthy();

    void chooseLanguage("it");

    expect(await screen.findByRole("link", { name: /^Gruppo …4421, gruppo/ })).toBeTruthy();
  });

  it("is answered as anybody", async () => {
    const { user, api } = await openGroup();

    await user.type(screen.getByRole("textbox", { name: /Reply to Trasloco via Roma/ }), "Alle otto{Enter}");

    expect(api.calls.some(({ call }) => call.endsWith("/replies"))).toBe(true);
  });
});
