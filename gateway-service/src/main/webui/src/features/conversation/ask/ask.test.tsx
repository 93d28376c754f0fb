import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { type giuliaIn, PEOPLE, type World } from "../../../../test/fixtures";
import { accessible, openGiulia } from "../../../../test/screen";
import { chooseLanguage } from "../../../i18n";

type Giulia = ReturnType<typeof giuliaIn>;
const mine = (world: World, giulia: Giulia) => void world.assign(giulia, PEOPLE.anna);

beforeEach(() => chooseLanguage("en"));

async function choose(kind: string) {
  const context = await openGiulia("anna", mine);
  const { user } = context;
  await user.click(await screen.findByRole("button", { name: "Send something else" }));
  await user.click(await screen.findByRole("menuitem", { name: kind }));
  const dialog = await screen.findByRole("dialog", { name: kind });
  const type = async (label: string, text: string) =>
    user.type(within(dialog).getByRole("textbox", { name: label }), text);
  return { ...context, dialog, type };
}

describe("what else can be sent", () => {
  it("is a question with buttons, seen as its customer will see it", async () => {
    const { user, giulia, dialog, type } = await choose("Question with buttons");
    const send = within(dialog).getByRole("button", { name: "Send" });
    expect(send.hasAttribute("disabled")).toBe(true);

    await type("Message", "Is Friday all right?");
    await type("Button 1", "Yes");
    await type("Button 2", "Yes");
    expect(within(dialog).getByText("Another button says the same.")).toBeTruthy();
    expect(send.hasAttribute("disabled")).toBe(true);
    await user.type(within(dialog).getByRole("textbox", { name: "Button 2" }), "{Backspace>3/}No");
    const preview = within(dialog).getByRole("region", { name: "As the customer sees it" });
    expect(preview.textContent).toContain("Is Friday all right?");
    expect(within(preview).getByText("No")).toBeTruthy();
    await accessible();
    await user.click(send);

    await waitFor(() => expect(giulia.items[1]?.content).toMatchObject({ type: "buttons" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(await screen.findByText("Buttons to answer with")).toBeTruthy();
  });

  it("is written at once: the first field has the focus", async () => {
    const { user, dialog } = await choose("Contact card");

    await waitFor(() => expect(document.activeElement?.tagName).toBe("INPUT"));
    await user.keyboard("Bruno Conti");

    expect(within(dialog).getByRole("textbox", { name: "Name" })).toHaveProperty("value", "Bruno Conti");
  });

  it("says while one types what WhatsApp would not take", async () => {
    const { dialog, type } = await choose("Button that opens a page");

    await type("What the button says", "Follow your parcel here");
    await type("Address of the page", "track.example");

    expect(within(dialog).getByText("3 characters too many")).toBeTruthy();
    expect(within(dialog).getByText("Begin with https:// or http://.")).toBeTruthy();
  });

  it("is kept when somebody takes over, and can be sent when the conversation is one’s own again", async () => {
    const { user, giulia, world, dialog, type, tell } = await choose("Ask for the location");
    await type("Message", "Where shall we bring it?");

    world.assign(giulia, PEOPLE.bruno, { takeOver: true });
    tell();

    expect((await within(dialog).findByRole("alert")).textContent).toContain(
      "Bruno Conti has this conversation now",
    );
    expect(within(dialog).getByRole("button", { name: "Send" }).hasAttribute("disabled")).toBe(true);
    await accessible();
    await user.click(within(dialog).getByRole("button", { name: "Cancel" }));
    world.assign(giulia, PEOPLE.anna, { takeOver: true });
    tell();
    await user.click(await screen.findByRole("button", { name: "Send something else" }));
    await user.click(await screen.findByRole("menuitem", { name: "Ask for the location" }));
    const again = await screen.findByRole("dialog", { name: "Ask for the location" });
    expect(within(again).getByRole("textbox", { name: "Message" })).toHaveProperty(
      "value",
      "Where shall we bring it?",
    );
    await user.click(within(again).getByRole("button", { name: "Send" }));
    await waitFor(() => expect(giulia.items.at(-1)?.content.type).toBe("location-request"));
  });

  it("is a contact card with as many phone numbers as one likes", async () => {
    const { user, giulia, dialog, type } = await choose("Contact card");

    await type("Name", "Magazzino");
    expect(within(dialog).queryByRole("button", { name: "Another phone number" })).toBeNull();
    await type("Phone number (optional)", "+39 02 1234");
    await user.click(within(dialog).getByRole("button", { name: "Another phone number" }));
    await type("Phone number 2", "+39 347 1234");
    await user.click(within(dialog).getByRole("button", { name: "Send" }));

    await waitFor(() =>
      expect(giulia.items.at(-1)?.content).toMatchObject({
        cards: [{ name: "Magazzino", phones: [{ value: "+39 02 1234" }, { value: "+39 347 1234" }] }],
      }),
    );
  });

  it("is several contact cards, each added and taken away by itself", async () => {
    const { user, giulia, dialog, type } = await choose("Contact card");
    const add = { name: "Add another contact" };
    expect(within(dialog).queryByRole("button", add)).toBeNull();
    await type("Name", "Magazzino");

    for (const name of ["Un errore", "Bruno"]) {
      await user.click(within(dialog).getByRole("button", add));
      await user.keyboard(name);
    }
    await accessible();
    const third = within(dialog).getByRole("group", { name: "Contact 3" });
    await user.type(within(third).getByRole("textbox", { name: "Phone number (optional)" }), "+39 02 1");
    await user.click(within(dialog).getByRole("button", { name: "Remove Contact 2" }));
    const preview = within(dialog).getByRole("region", { name: "As the customer sees it" });
    expect(within(preview).getAllByRole("listitem")).toHaveLength(2);
    await user.click(within(dialog).getByRole("button", { name: "Send" }));

    await waitFor(() =>
      expect(giulia.items.at(-1)?.content).toMatchObject({
        cards: [{ name: "Magazzino" }, { name: "Bruno", phones: [{ value: "+39 02 1" }] }],
      }),
    );
  });

  it("is at most ten contact cards", async () => {
    const { user } = await openGiulia("anna", mine);
    await act(() => chooseLanguage("it"));
    await user.click(await screen.findByRole("button", { name: "Invia qualcos'altro" }));
    await user.click(await screen.findByRole("menuitem", { name: "Biglietto da visita" }));
    const dialog = await screen.findByRole("dialog", { name: "Biglietto da visita" });
    await user.type(within(dialog).getByRole("textbox", { name: "Nome" }), "1");

    for (let number = 2; number <= 10; number++) {
      await user.click(within(dialog).getByRole("button", { name: "Aggiungi un altro contatto" }));
      await user.keyboard(`${number}`);
    }

    expect(within(dialog).getByRole("group", { name: "Contatto 10" })).toBeTruthy();
    expect(within(dialog).queryByRole("button", { name: "Aggiungi un altro contatto" })).toBeNull();
  });

  it("is a place, by its degrees", async () => {
    const { user, giulia, dialog, type } = await choose("Location");

    await type("Coordinates, or a link to a map", "45.4642, 9.19");
    await type("Name of the place (optional)", "Duomo");
    await user.click(within(dialog).getByRole("button", { name: "Send" }));

    await waitFor(() =>
      expect(giulia.items[1]?.content).toMatchObject({ type: "location", latitude: 45.4642 }),
    );
  });
});
