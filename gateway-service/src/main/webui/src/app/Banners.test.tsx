import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { giuliaIn, World } from "../../test/fixtures";
import { accessible, openApp } from "../../test/screen";
import { chooseLanguage } from "../i18n";
import { Drafts } from "../live/drafts";
import type { Connection } from "../live/socket";

beforeEach(() => chooseLanguage("en"));

/** The app on a line whose state the test decides. */
async function onLine() {
  const world = new World();
  const giulia = giuliaIn(world);
  let connection: Connection = { phase: "online" };
  const listeners = new Set<() => void>();
  const become = (next: Connection) =>
    act(() => {
      connection = next;
      for (const listener of listeners) listener();
    });
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ session }) => {
    session.connection.get = () => connection;
    session.connection.subscribe = (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
  });
  return { giulia, become, ...context };
}

describe("a page that is older than the server", () => {
  it("says so, and keeps what was being written over the reload", async () => {
    const reload = vi.spyOn(location, "reload").mockImplementation(() => {});
    const { giulia, become, me, user } = await onLine();
    const field = await screen.findByRole("textbox", { name: "Reply to Giulia Ferri" });
    await user.type(field, "Half an answer");

    become({ phase: "outdated" });

    const banner = (await screen.findByText("There is a new version.")).closest(
      "[role=status]",
    ) as HTMLElement;
    expect(banner.textContent).toContain("what you have written is kept");
    await accessible();
    await user.click(within(banner).getByRole("button", { name: "Reload" }));
    expect(reload).toHaveBeenCalledOnce();
    await waitFor(() => expect(new Drafts(me.id).get(giulia.id, "reply")).toBe("Half an answer"));
    reload.mockRestore();
  });

  it("says it in Italian, too", async () => {
    const { become } = await onLine();
    await act(() => chooseLanguage("it"));
    become({ phase: "outdated" });
    expect(await screen.findByRole("button", { name: "Ricarica" })).toBeTruthy();
  });
});
