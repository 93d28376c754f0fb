import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { chooseLanguage } from "../../i18n";
import { PEOPLE } from "../../../test/fixtures";
import { accessible, openGiulia } from "../../../test/screen";

const annas = () => openGiulia("anna", (world, giulia) => world.assign(giulia, PEOPLE.anna));

beforeEach(() => chooseLanguage("en"));

describe("resolving", () => {
  it("states what the page shows", async () => {
    const { giulia, api, user } = await annas();

    await user.click(screen.getByRole("button", { name: "Resolve" }));

    await waitFor(() => expect(giulia.status).toBe("resolved"));
    expect(api.calls.find(({ call }) => call.endsWith("/resolve"))?.body).toEqual({ lastSeen: 1 });
  });

  it("stops when something was added, shows it, and works on a second word", async () => {
    const { world, giulia, user } = await annas();
    world.customerWrites(giulia, "Wait, something else");

    await user.click(screen.getByRole("button", { name: "Resolve" }));

    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("The conversation is not resolved yet");
    expect(alert.textContent).toContain(
      "Giulia Ferri wrote “Wait, something else” since you looked. Read it; then resolve again.",
    );
    expect(within(screen.getByRole("log")).getByText("Wait, something else")).toBeTruthy();
    expect(giulia.status).toBe("open");
    await accessible();

    await user.click(screen.getByRole("button", { name: "Resolve" }));

    expect(await screen.findByText("Resolved Giulia Ferri")).toBeTruthy();
    expect(giulia.status).toBe("resolved");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says it in Italian, too, when more than one thing was added", async () => {
    const { world, giulia, user } = await annas();
    world.customerWrites(giulia, "Wait");
    world.customerWrites(giulia, "Something else");
    await act(() => chooseLanguage("it"));

    await user.click(screen.getByRole("button", { name: "Risolvi" }));

    expect((await screen.findByRole("alert")).textContent).toContain(
      "Si è aggiunto qualcosa da quando hai guardato. Leggi, poi risolvi di nuovo.",
    );
  });

  it("loses nothing that was being written when it is stopped", async () => {
    const { world, giulia, user } = await annas();
    await user.type(screen.getByRole("textbox", { name: /^Reply/ }), "Half an answer");
    world.customerWrites(giulia, "Wait");

    await user.click(screen.getByRole("button", { name: "Resolve" }));

    await screen.findByRole("alert");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Reply/ }).value).toBe("Half an answer");
  });

  it("is not surprised by an answer of one's own that arrived meanwhile", async () => {
    const { world, giulia, user } = await annas();
    world.reply(giulia, PEOPLE.anna, {
      content: { type: "text", text: "From another window" },
      anyway: true,
    });

    await user.click(screen.getByRole("button", { name: "Resolve" }));

    await waitFor(() => expect(giulia.status).toBe("resolved"));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("leaves for the next conversation when it is done, and not before", async () => {
    const { world, giulia, user, tell } = await annas();
    const marco = world.open("Marco De Santis", undefined);
    world.customerWrites(marco, "Ciao");
    tell();
    await screen.findByRole("link", { name: /Marco/ });
    world.customerWrites(giulia, "Wait");

    await user.click(screen.getByRole("button", { name: "Resolve" }));
    await screen.findByRole("alert");
    expect(screen.getByRole("main", { name: "Conversation with Giulia Ferri" })).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Resolve" }));
    expect(await screen.findByRole("main", { name: "Conversation with Marco De Santis" })).toBeTruthy();
  });
});
