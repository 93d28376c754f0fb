import { screen, waitFor, within } from "@testing-library/react";
import { act } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { chooseLanguage } from "../../i18n";
import { PEOPLE } from "../../../test/fixtures";
import { accessible, openGiulia } from "../../../test/screen";

/** Carla, who may give conversations to others, has opened the menu. */
async function choosing(held = true) {
  const context = await openGiulia("carla", (world, giulia) => {
    if (held) world.assign(giulia, PEOPLE.anna);
  });
  const label = held ? "Assigned to Anna Ricci" : "Give to a colleague";
  await context.user.click(screen.getByRole("button", { name: label }));
  const menu = await screen.findByRole("menu");
  await within(menu).findByRole("menuitem", { name: "Bruno Conti" });
  const names = () =>
    within(menu)
      .getAllByRole("menuitem")
      .map(({ textContent }) => textContent);
  return { ...context, menu, names };
}

beforeEach(() => chooseLanguage("en"));

describe("giving a conversation to somebody", () => {
  it("offers those who may hold one, and not who has it already", async () => {
    const { menu, names } = await choosing();

    const offered = names().filter((name) => name !== "Take over");
    expect(offered.map((name) => name?.slice(-12).trim()).join()).toContain("Bruno Conti");
    expect(within(menu).queryByRole("menuitem", { name: /Elena/ })).toBeNull();
    expect(within(menu).queryByRole("menuitem", { name: /Anna/ })).toBeNull();
    expect(within(menu).queryByRole("menuitem", { name: /Carla/ })).toBeNull();
    await accessible();
  });

  it("tells it on the server, and says so", async () => {
    const { giulia, menu, user } = await choosing(false);

    await user.click(within(menu).getByRole("menuitem", { name: "Bruno Conti" }));

    expect(await screen.findByText("Gave Giulia Ferri to Bruno Conti")).toBeTruthy();
    expect(giulia.assignee?.name).toBe("Bruno Conti");
    expect(await screen.findByRole("button", { name: "Assigned to Bruno Conti" })).toBeTruthy();
  });

  it("goes on by keyboard when the names are there", async () => {
    const { menu } = await choosing(false);

    await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true));
  });

  it.each([
    [
      { status: 422, reasonKey: "operator-may-not-reply" },
      "Bruno Conti may not reply to customers. Give the conversation to somebody who may.",
      "Bruno Conti non può rispondere ai clienti. Dai la conversazione a chi può farlo.",
    ],
    [
      { status: 422, reasonKey: "operator-disabled" },
      "Bruno Conti can no longer sign in. Give the conversation to somebody else.",
      "Bruno Conti non può più accedere. Dai la conversazione a qualcun altro.",
    ],
    [
      { status: 503, reasonKey: "identity-unavailable" },
      "It cannot be checked just now whether Bruno Conti may reply. Nothing was changed; try again in a moment.",
      "Ora non si può verificare se Bruno Conti può rispondere. Non è cambiato nulla; riprova tra un momento.",
    ],
  ])("that is refused by $reasonKey says why, in both languages", async (problem, english, italian) => {
    const { giulia, api, menu, user } = await choosing();
    api.instead.set("/assignment", [problem, problem]);

    await user.click(within(menu).getByRole("menuitem", { name: "Bruno Conti" }));
    expect(await screen.findByText(english)).toBeTruthy();

    await act(() => chooseLanguage("it"));
    await user.click(screen.getByRole("button", { name: "Assegnata a Anna Ricci" }));
    await user.click(await screen.findByRole("menuitem", { name: "Bruno Conti" }));
    expect(await screen.findByText(italian)).toBeTruthy();
    expect(giulia.assignee?.name).toBe("Anna Ricci");
  });

  it("is not for who may not assign", async () => {
    await openGiulia("bruno");

    expect(screen.queryByRole("button", { name: "Give to a colleague" })).toBeNull();
  });
});
