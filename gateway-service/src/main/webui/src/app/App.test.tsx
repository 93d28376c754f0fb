import { createMemoryHistory } from "@tanstack/react-router";
import { render, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { sessionIn, World } from "../../test/fixtures";
import { accessible, openGiulia } from "../../test/screen";
import { chooseLanguage } from "../i18n";
import { singleKeys } from "../lib/shortcuts";
import { App } from "./App";
import { createAppRouter } from "./router";

beforeEach(async () => {
  await chooseLanguage("en");
  singleKeys.turn(true);
});

describe("around it", () => {
  it("the help lists the keys, and single keys can be switched off", async () => {
    const { user } = await openGiulia();
    await user.keyboard("?");
    const help = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    expect(within(help).getByText("Take the conversation")).toBeTruthy();
    await user.click(within(help).getByRole("switch", { name: "Single-key shortcuts" }));
    await user.click(within(help).getByRole("button", { name: "Close" }));
    await user.keyboard("n");
    expect(screen.queryByRole("textbox", { name: /^Internal note/ })).toBeNull();
    await accessible();
  });

  it("speaks Italian from one moment to the next", async () => {
    const { user } = await openGiulia();
    await user.click(screen.getByRole("button", { name: "Anna Ricci, account menu" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Italiano" }));
    expect(await screen.findByRole("textbox", { name: "Risposta a Giulia Ferri" })).toBeTruthy();
    expect(document.documentElement.lang).toBe("it");
    await accessible();
  });

  it("who has no role learns whom to ask", () => {
    const context = sessionIn(new World(), "anna");
    const session = { ...context.session, me: { ...context.me, permissions: [] } };
    render(
      <App
        start={{ state: "ready", session, router: createAppRouter(createMemoryHistory()) }}
        onRetry={() => {}}
      />,
    );
    expect(screen.getByText("Your account has no role here")).toBeTruthy();
  });
});
