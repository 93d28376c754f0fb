import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { giuliaIn, World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import { chooseLanguage } from "../../../i18n";

beforeEach(() => chooseLanguage("en"));

/** Giulia's conversation, in which something came that cannot be shown. */
async function openUnsupported(permissions: "message.see-raw"[]) {
  const world = new World();
  const giulia = giuliaIn(world);
  giulia.items.at(-1)!.content = { type: "unsupported", platformType: "hologram" };
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ session }) => {
    session.me = { ...session.me, permissions: [...session.me.permissions, ...permissions] };
  });
  await screen.findByText("Message of the kind “hologram”: not shown here yet. The phone has it.");
  return context;
}

describe("a message that cannot be shown", () => {
  it("shows who may see it what WhatsApp sent", async () => {
    const { user } = await openUnsupported(["message.see-raw"]);

    await user.click(await screen.findByRole("button", { name: "Show what WhatsApp sent" }));

    const json = await screen.findByRole("region", { name: "What WhatsApp sent" });
    expect(json.textContent).toContain('"type": "hologram"');
    await accessible();
    await user.click(screen.getByRole("button", { name: "Hide what WhatsApp sent" }));
    expect(screen.queryByRole("region", { name: "What WhatsApp sent" })).toBeNull();
  });

  it("keeps it from everybody else", async () => {
    await openUnsupported([]);
    expect(screen.queryByRole("button", { name: "Show what WhatsApp sent" })).toBeNull();
  });
});
