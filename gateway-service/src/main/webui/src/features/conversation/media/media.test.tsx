import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { giuliaIn, World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import type { Content, Media } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";

const attachment = { mediaId: "880000000000901" };
const PHOTO: Content = { type: "image", attachment, text: "Il *vetro* è rotto" };
const STORED: Media = { state: "stored", thumbnail: true, mimeType: "image/jpeg", width: 1200, height: 900 };
const TRICK = "fattura\u202Efdp.exe";

/** Giulia sent a file, and this became of it. */
async function sent(content: Content, media?: Media) {
  const world = new World();
  const giulia = giuliaIn(world);
  const item = world.customerSends(giulia, content);
  if (media) item.media = media;
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`);
  await screen.findAllByRole("article");
  const bubble = screen.getAllByRole("article").at(-1)!;
  return { ...context, world, giulia, item, bubble };
}
const document_ = (name: string, caption = ""): Content => ({
  ...{ type: "document", attachment, name, caption },
  text: caption ? `${name}, ${caption}` : name,
});
const row = () => screen.getByRole("link", { name: /^Giulia Ferri/ });
const address = (element: HTMLElement) => new URL(element.getAttribute("src")!, "http://localhost");

beforeEach(() => chooseLanguage("en"));
afterEach(() => vi.restoreAllMocks());

describe("a photo", () => {
  it("is shown small, by a ticket, in a place that was kept for it, with its caption", async () => {
    const { bubble, giulia, item } = await sent(PHOTO, STORED);

    const picture = await within(bubble).findByRole("img", { name: "Photo: Il *vetro* è rotto" });
    expect(address(picture).pathname).toBe(`/api/conversations/${giulia.id}/messages/${item.id}/media`);
    expect(address(picture).search).toBe("?size=thumbnail&ticket=ticket-1");
    expect([picture.getAttribute("width"), picture.getAttribute("height")]).toEqual(["300", "225"]);
    expect(bubble.querySelector("strong")?.textContent).toBe("vetro");
    await accessible();
  });

  it("is told of in the row and in the name of its message", async () => {
    const { bubble } = await sent({ type: "image", attachment }, STORED);

    expect(bubble.getAttribute("aria-label")).toMatch(/^Giulia Ferri, message, Photo, \d\d:\d\d$/);
    expect(row().textContent).toContain(", Photo");
  });

  it("that is on its way says so, and appears when it is there", async () => {
    const { bubble, world, giulia, item, tell } = await sent(PHOTO);
    await waitFor(() => expect(bubble.textContent).toMatch(/^The file is on its way\.Il vetro è rotto/));

    world.media(giulia, item, STORED);
    tell();

    expect(await within(bubble).findByRole("img")).toBeTruthy();
  });

  it("that is refused is asked for with a new ticket, and then says that it did not load", async () => {
    const { bubble, user } = await sent(PHOTO, STORED);
    fireEvent.error(await within(bubble).findByRole("img"));
    await waitFor(() => expect(address(within(bubble).getByRole("img")).search).toContain("ticket-2"));

    fireEvent.error(within(bubble).getByRole("img"));

    expect((await within(bubble).findByRole("alert")).textContent).toContain("It did not load.");
    await user.click(within(bubble).getByRole("button", { name: "Try again" }));
    expect(await within(bubble).findByRole("img")).toBeTruthy();
  });

  it("whose bytes are something else is a file", async () => {
    const { bubble } = await sent({ type: "image", attachment }, { ...STORED, mimeType: "application/zip" });

    expect(await within(bubble).findByRole("button", { name: "Download Photo" })).toBeTruthy();
    expect(within(bubble).queryByRole("img")).toBeNull();
  });
});

describe("a file that is lost", () => {
  it.each([
    ["expired", "WhatsApp does not have this file any more. Ask the customer to send it again."],
    ["too-large", "This file is larger than WhatsApp allows. Ask the customer to send a smaller one."],
    ["damaged", "This file arrived damaged. Ask the customer to send it again."],
    ["strange-address", "an address that is not its own"],
    ["other", "This file could not be fetched. Ask the customer to send it again."],
    [undefined, "This file could not be fetched. Ask the customer to send it again."],
  ] as const)("by %s says what happened and what to do; its message is there", async (loss, expected) => {
    const { bubble } = await sent(PHOTO, { state: "lost", loss, thumbnail: false });

    await waitFor(() => expect(bubble.textContent).toContain(expected));
    expect(bubble.textContent).toMatch(/^Photo.*Il vetro è rotto/);
    await accessible();
  });

  it("says so in Italian, too", async () => {
    await chooseLanguage("it");
    const { bubble } = await sent({ type: "voice", attachment }, { state: "lost", thumbnail: false });

    await waitFor(() => expect(bubble.textContent).toContain("Messaggio vocale"));
    expect(bubble.textContent).toContain("Chiedi al cliente di inviarlo di nuovo.");
  });
});

describe("a document", () => {
  it("has its name, its size, and is saved under that name by a ticket of that moment", async () => {
    const name = "Preventivo “Più luce”; è l’ultimo – v2.pdf";
    const { bubble, user } = await sent(document_(name), {
      ...{ state: "stored", thumbnail: false, mimeType: "application/pdf", name, size: 2_412_000 },
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push([this.download, new URL(this.href, "http://localhost").search]);
    });
    const saved: string[][] = [];

    await user.click(await within(bubble).findByRole("button", { name: `Download ${name}` }));

    await waitFor(() => expect(clicked).toHaveBeenCalled());
    expect(saved).toEqual([[name, "?ticket=ticket-1"]]);
    expect(bubble.textContent).toContain(`${name}2.4 MB`);
    expect(row().textContent).toContain(`Document: ${name}`);
    await accessible();
  });

  it("shows its true ending, whatever its name pretends", async () => {
    const { bubble } = await sent(document_(TRICK), {
      ...{ state: "stored", thumbnail: false, mimeType: "application/octet-stream", name: TRICK },
    });

    await within(bubble).findByRole("button", { name: "Download fatturafdp.exe" });
    for (const text of [bubble.textContent, bubble.getAttribute("aria-label"), row().textContent])
      expect(text).not.toContain("\u202E");
    expect(bubble.querySelector("bdi")?.textContent).toBe("fatturafdp.exe");
  });

  it("with a name of 240 characters has its ending in sight", async () => {
    const name = `${"a".repeat(236)}.exe`;
    const { bubble } = await sent(document_(name), { state: "stored", thumbnail: false, name });

    const [start, end] = (await within(bubble).findByTitle(name)).children;
    expect([start?.textContent.length, end?.textContent]).toEqual([228, "aaaaaaaa.exe"]);
  });

  it("that cannot be downloaded just now says so", async () => {
    const { bubble, api, user } = await sent(document_("ordine.pdf"), { state: "stored", thumbnail: false });
    api.instead.set("/media-ticket", ["no answer"]);

    await user.click(await within(bubble).findByRole("button", { name: "Download ordine.pdf" }));

    expect(await screen.findByText(/^The file could not be downloaded just now/)).toBeTruthy();
  });
});

describe("a sticker and a video", () => {
  it("are what they are", async () => {
    const webp: Media = { state: "stored", thumbnail: false, mimeType: "image/webp" };
    const { bubble } = await sent({ type: "sticker", attachment, animated: false }, webp);

    expect(await within(bubble).findByRole("img", { name: "Sticker" })).toBeTruthy();
    expect(bubble.querySelector(".bare")).toBeTruthy();
  });

  it("of which a video is loaded by who wants to see it", async () => {
    const mp4: Media = { state: "stored", thumbnail: true, mimeType: "video/mp4", seconds: 75.4 };
    const { bubble } = await sent({ type: "video", attachment, text: "" }, mp4);

    const video = await within(bubble).findByLabelText("Video, 1:15");
    expect([video.getAttribute("preload"), video.getAttribute("autoplay")]).toEqual(["none", null]);
    expect(video.getAttribute("poster")).toContain("size=thumbnail");
  });
});
