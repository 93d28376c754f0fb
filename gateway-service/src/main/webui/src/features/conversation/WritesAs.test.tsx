import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { giuliaIn, PEOPLE, World } from "../../../test/fixtures";
import { accessible, openApp, openGiulia } from "../../../test/screen";
import { chooseLanguage } from "../../i18n";

const OTHER = "00000000-0000-4000-8000-000000000021";

beforeEach(() => chooseLanguage("en"));

async function withConversations(writesAs: string[]) {
  const world = new World();
  const giulia = giuliaIn(world);
  world.assign(giulia, PEOPLE.anna);
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ api }) => {
    api.contactsAnswer = () => ({
      conversations: writesAs.map((name, at) => ({
        id: at === 0 ? giulia.id : OTHER,
        writesAs: name,
        status: "open",
      })),
    });
  });
  await screen.findByRole("article", { name: /Giulia Ferri, message/ });
  return context;
}

describe("where an answer goes", () => {
  it("is said of a customer with several conversations, and the other one is a step away", async () => {
    await withConversations(["+39 333 000 0042", "@giulia.r"]);

    expect(await screen.findByText("Answers here go to +39 333 000 0042")).toBeTruthy();
    const other = screen.getByRole("link", { name: "Other conversation: @giulia.r" });
    expect(other.getAttribute("href")).toContain(OTHER);
    await accessible();
  });

  it("needs no word where there is only one conversation", async () => {
    await withConversations(["+39 333 000 0042"]);

    await screen.findByRole("textbox", { name: /^Reply/ });
    expect(screen.queryByText(/Answers here go to/)).toBeNull();
  });
});

it("to a customer who is blocked nothing can be written, and why is said", async () => {
  await openGiulia("anna", (world, giulia) => {
    world.assign(giulia, PEOPLE.anna);
    giulia.blocked = true;
  });

  expect(await screen.findByText("This customer is blocked")).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: /^Reply/ })).toBeNull();
  await accessible();
});

it("a customer whom a colleague renames is called so in the list and above the messages at once", async () => {
  const { world, giulia, tell } = await openGiulia();

  world.renames(giulia, "Giulia, Hotel Aurora");
  tell();

  expect(await screen.findByRole("heading", { name: /Giulia, Hotel Aurora/ })).toBeTruthy();
  expect(screen.getByRole("link", { name: /Giulia, Hotel Aurora/ })).toBeTruthy();
});
