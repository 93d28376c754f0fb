import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { giuliaIn, PEOPLE, World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import type { Content, Media } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";

const attachment = { mediaId: "880000000000901" };
const JPEG: Media = { state: "stored", thumbnail: true, mimeType: "image/jpeg", width: 1200, height: 900 };

/** Giulia sent a photo, a video, a document and another photo, and the first is looked at. */
async function viewed() {
  const world = new World();
  const giulia = giuliaIn(world);
  const first = world.customerSends(giulia, { type: "image", attachment, text: "one" });
  first.media = JPEG;
  world.customerSends(giulia, { type: "video", attachment, text: "" }).media = {
    ...JPEG,
    mimeType: "video/mp4",
  };
  world.customerSends(giulia, {
    type: "document",
    attachment,
    name: "a.pdf",
    caption: "",
    text: "a.pdf",
  }).media = { state: "stored", thumbnail: false, mimeType: "application/pdf" };
  world.customerSends(giulia, { type: "image", attachment, text: "two" }).media = JPEG;
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`);
  const opener = (await screen.findByRole("img", { name: "Photo: one" })).closest("button")!;
  await context.user.click(opener);
  const dialog = await screen.findByRole("dialog");
  const picture = () => within(screen.getByRole("dialog")).getByRole("img");
  return { ...context, world, giulia, first, opener, dialog, picture };
}

beforeEach(() => chooseLanguage("en"));

describe("a photo that is looked at", () => {
  it("is whole, says whose it is and which of how many, and keeps the focus until it is closed", async () => {
    const { dialog, picture, opener, user } = await viewed();
    expect(dialog.getAttribute("aria-label")).toMatch(/^Photo from Giulia Ferri, \d\d:\d\d$/);
    expect(dialog.textContent).toContain("1 of 3");
    expect(picture().getAttribute("src")).not.toContain("thumbnail");
    expect(dialog.contains(document.activeElement)).toBe(true);
    await accessible();

    await user.keyboard("{Escape}");

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it("is followed by the others on the arrows, past what is no picture, and not beyond the last", async () => {
    const { user } = await viewed();
    await user.keyboard("{ArrowLeft}{ArrowRight}");
    expect(screen.getByRole("dialog").getAttribute("aria-label")).toMatch(/^Video from/);
    await waitFor(() => expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true));

    await user.keyboard("{ArrowRight}{ArrowRight}");

    expect(await within(screen.getByRole("dialog")).findByRole("img", { name: "Photo: two" })).toBeTruthy();
    expect(within(screen.getByRole("dialog")).queryByRole("button", { name: "Next (→)" })).toBeNull();
  });

  it("is zoomed and turned by keys, by the wheel, and is whole again on 0", async () => {
    const { user, picture } = await viewed();
    await user.keyboard("++");
    expect(picture().style.transform).toContain("scale(1.5625)");

    fireEvent.wheel(picture(), { deltaY: 10_000 });
    expect(picture().style.transform).toContain("scale(1)");
    await user.keyboard("r");
    expect(picture().style.transform).toContain("rotate(90deg)");
    await user.keyboard("+0");

    expect(picture().style.transform).toBe("translate(0px, 0px) scale(1) rotate(0deg)");
  });

  it("does not reach what is behind it with its keys", async () => {
    const { user } = await viewed();

    await user.keyboard("rn");

    expect(screen.queryByRole("textbox", { name: /note/i })).toBeNull();
  });

  it("that does not load says so, and is tried again", async () => {
    const { user, picture, dialog } = await viewed();
    fireEvent.error(picture());
    await waitFor(() => expect(picture().getAttribute("src")).toContain("ticket-2"));
    fireEvent.error(picture());

    await user.click(await within(dialog).findByRole("button", { name: "Try again" }));

    await waitFor(() => expect(picture()).toBeTruthy());
  });

  it("is gone when the customer deletes it", async () => {
    const { world, giulia, first, tell } = await viewed();

    world.revoke(giulia, first);
    tell();

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});

describe("the pictures of a template with cards", () => {
  /** Anna sent Giulia a template with a picture above its words and on its first card, and a video on its second. */
  async function sent() {
    const world = new World();
    const giulia = giuliaIn(world);
    world.assign(giulia, PEOPLE.anna);
    const item = world.reply(giulia, PEOPLE.anna, { content: { type: "text", text: "-" }, anyway: true });
    item.content = {
      ...{
        type: "template",
        name: "vetrina",
        language: "it",
        category: "utility",
        text: "Ecco",
        buttons: [],
      },
      parameters: [],
      fileAbove: { format: "image", name: "above.jpg", attachment },
      cards: [
        { format: "image", text: "Lampada", attachment, buttons: [] },
        { format: "video", text: "Sedia", attachment, buttons: [] },
      ],
    } as unknown as Content;
    item.media = JPEG;
    const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`);
    const opener = (await screen.findByRole("img", { name: "Picture of card 1" })).closest("button")!;
    return { ...context, opener };
  }
  const shown = (name: string) => within(screen.getByRole("dialog")).findByRole("img", { name });

  it("are looked at one after the other by the arrows, and Escape gives the focus back", async () => {
    const { user, opener } = await sent();
    await user.click(opener);
    expect((await shown("Picture of card 1")).getAttribute("src")).toContain("card=0");
    expect(screen.getByRole("dialog").textContent).toContain("2 of 3");
    await accessible();

    await user.keyboard("{ArrowRight}");
    const video = await within(screen.getByRole("dialog")).findByLabelText("Video of card 2");
    expect(video.getAttribute("src")).toContain("card=1");
    await waitFor(() => expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true));
    await user.keyboard("{ArrowLeft}{ArrowLeft}");
    expect((await shown("Photo")).getAttribute("src")).not.toContain("card");
    await user.keyboard("{Escape}");

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it("are opened by the keys", async () => {
    const { user, opener } = await sent();
    opener.focus();

    await user.keyboard("{Enter}");

    expect(await shown("Picture of card 1")).toBeTruthy();
  });
});
