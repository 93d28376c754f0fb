import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { type giuliaIn, PEOPLE, type World } from "../../../../test/fixtures";
import { accessible, openGiulia } from "../../../../test/screen";
import { chooseLanguage } from "../../../i18n";

type Giulia = ReturnType<typeof giuliaIn>;

const mine = (world: World, giulia: Giulia) => void world.assign(giulia, PEOPLE.anna);
const first = () => screen.getAllByRole("article", { name: /Giulia Ferri, message/ })[0]!;
const field = () => screen.getByRole("textbox", { name: /^Reply to Giulia Ferri/ });

beforeEach(() => chooseLanguage("en"));

async function opened(before: (world: World, giulia: Giulia) => void = mine) {
  const context = await openGiulia("anna", before);
  const { user } = context;
  const tool = async (name: string) => {
    // The tools come with a part of the page of their own.
    const found = await waitFor(async () => {
      await user.unhover(first());
      await user.hover(first());
      return within(first()).getByRole("button", { name });
    });
    await user.click(found);
  };
  return { ...context, tool };
}

describe("a reply to a message", () => {
  it("shows it above the field, goes out with it, and quotes it in the thread", async () => {
    const { user, giulia, api, tell, tool } = await opened();

    await tool("Reply to this message");
    const quote = await screen.findByRole("group", { name: "Reply to" });
    expect(within(quote).getByRole("button", { name: /Giulia Ferri/ })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(field()));
    await accessible();
    await user.keyboard("Certo!{Enter}");

    await waitFor(() => expect(giulia.items).toHaveLength(2));
    expect(giulia.items[1]!.quoted?.messageId).toBe(giulia.items[0]!.id);
    expect(screen.queryByRole("group", { name: "Reply to" })).toBeNull();
    tell();
    const sent = screen.getAllByRole("article").at(-1)!;
    expect(await within(sent).findByRole("button", { name: /Giulia Ferri/ })).toBeTruthy();
    expect(api.typing).toEqual([giulia.id]);
  });

  it("is given up with the cross, and the field has the focus again", async () => {
    const { user, giulia, tool } = await opened();
    await tool("Reply to this message");

    await user.click(await screen.findByRole("button", { name: "Do not reply to this message" }));

    expect(screen.queryByRole("group", { name: "Reply to" })).toBeNull();
    expect(document.activeElement).toBe(field());
    await user.keyboard("Ciao{Enter}");
    await waitFor(() => expect(giulia.items[1]?.quoted).toBeUndefined());
  });

  it("that is refused still answers it", async () => {
    const { user, world, giulia, tool } = await opened();
    await tool("Reply to this message");
    await screen.findByRole("group", { name: "Reply to" });
    world.customerWrites(giulia, "And one more thing");

    await user.keyboard("Certo!{Enter}");

    await screen.findByRole("alert");
    expect(await screen.findByRole("group", { name: "Reply to" })).toBeTruthy();
  });
});

describe("a message that cannot be answered", () => {
  it("is not answered when the reply is sent again, and that is said", async () => {
    const { user, api, giulia, tool } = await opened();
    await tool("Reply to this message");
    await screen.findByRole("group", { name: "Reply to" });
    api.instead.set("/replies", [{ status: 409, reasonKey: "message-deleted" }]);
    await user.keyboard("Certo!{Enter}");

    expect(await screen.findByText(/was deleted. Your text is kept; send it again/)).toBeTruthy();
    expect(screen.queryByRole("group", { name: "Reply to" })).toBeNull();
    await user.click(field());
    await user.keyboard("{Enter}");

    await waitFor(() => expect(giulia.items.at(-1)?.content).toMatchObject({ text: "Certo!" }));
    expect(api.calls.findLast(({ call }) => call.endsWith("/replies"))?.body).not.toHaveProperty("answers");
  });
});

describe("a reaction", () => {
  it("is chosen by keyboard, stands on the message, and the same again takes it away", async () => {
    const { user, giulia, tool } = await opened();

    await tool("React");
    const thumb = await screen.findByRole("button", { name: "React with 👍" });
    await waitFor(() => expect(document.activeElement).toBe(thumb));
    await accessible();
    await user.keyboard("{ArrowRight}{Enter}");

    await waitFor(() => expect(giulia.items[0]!.reactions).toMatchObject([{ emoji: "❤️" }]));
    expect(await screen.findByText(/❤️ from Anna Ricci/)).toBeTruthy();
    await tool("React");
    await user.click(await screen.findByRole("button", { name: "Take ❤️ away" }));
    await waitFor(() => expect(giulia.items[0]!.reactions).toEqual([]));
  });

  it("that did not arrive says so", async () => {
    await opened((world, giulia) => {
      mine(world, giulia);
      giulia.items[0]!.reactions = [
        {
          ...{ emoji: "👍", by: { id: PEOPLE.anna.id, name: PEOPLE.anna.name }, at: world.instant() },
          ...{ status: "failed", error: { code: 131009, title: "Parameter value is not valid" } },
        },
      ];
    });

    expect(
      await screen.findByText(/👍 from Anna Ricci, not delivered: WhatsApp did not understand/),
    ).toBeTruthy();
    await act(() => chooseLanguage("it"));
    expect(screen.getByText(/👍 da Anna Ricci, non arrivata: WhatsApp non ha capito/)).toBeTruthy();
  });
});

describe("the tools of a message", () => {
  it("copy its text, and offer no answer to who does not hold the conversation", async () => {
    const { user } = await opened((world, giulia) => void world.assign(giulia, PEOPLE.carla));

    await user.hover(first());

    expect(await within(first()).findByRole("button", { name: "Copy text" })).toBeTruthy();
    expect(within(first()).queryByRole("button", { name: "React" })).toBeNull();
  });

  it("come with the focus, and go with it", async () => {
    await opened();

    first().focus();

    expect(await within(first()).findByRole("button", { name: "React" })).toBeTruthy();
    first().blur();
    await waitFor(() => expect(within(first()).queryByRole("button", { name: "React" })).toBeNull());
  });
});
