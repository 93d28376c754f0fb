import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { giuliaIn, World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import type { Content, Media } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";
import { player } from "./playing";

const attachment = { mediaId: "880000000000901" };
const VOICE: Content = { type: "voice", attachment };
const STORED: Media = {
  ...{ state: "stored", thumbnail: false, mimeType: "audio/ogg", seconds: 8.6 },
  waveform: [0, 20, 100, 60, 10],
};

/** The element, as often as it was told to play. */
const played: HTMLAudioElement[] = [];
const element = () => played.at(-1)!;

beforeEach(async () => {
  await chooseLanguage("en");
  played.length = 0;
  vi.spyOn(HTMLMediaElement.prototype, "play").mockImplementation(function (this: HTMLAudioElement) {
    played.push(this);
    this.dispatchEvent(new Event("playing"));
    return Promise.resolve();
  });
  vi.spyOn(HTMLMediaElement.prototype, "pause").mockImplementation(function (this: HTMLAudioElement) {
    this.dispatchEvent(new Event("pause"));
  });
});
afterEach(() => {
  act(() => player.stop());
  player.setSpeed(1);
  vi.restoreAllMocks();
});

/** Giulia recorded something, and Marco wrote, too. */
async function recorded(content = VOICE, media = STORED) {
  const world = new World();
  const giulia = giuliaIn(world);
  const marco = world.open("Marco De Santis", undefined);
  world.customerWrites(marco, "Ciao");
  world.customerSends(giulia, content).media = media;
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`);
  await screen.findAllByRole("article");
  const bubble = screen.getAllByRole("article").at(-1)!;
  const button = (name: string) => within(bubble).findByRole("button", { name });
  return { ...context, world, giulia, bubble, button };
}

describe("a voice message", () => {
  it("says how long it is, and plays nothing by itself", async () => {
    const { bubble, button } = await recorded();

    await button("Play");
    expect(bubble.getAttribute("aria-label")).toMatch(/^Giulia Ferri, message, Voice message, 0:08, /);
    expect(bubble.textContent).toContain("0:08");
    expect(played).toEqual([]);
    await accessible();
  });

  it("plays by a ticket, pauses, and goes on from there", async () => {
    const { user, button } = await recorded();
    await user.click(await button("Play"));
    await button("Pause");
    expect(new URL(element().src, "http://localhost").search).toBe("?ticket=ticket-1");

    await user.click(await button("Pause"));
    await user.click(await button("Play"));

    await button("Pause");
    expect(played).toHaveLength(2);
  });

  it("is heard from the place that is chosen by the keyboard", async () => {
    const { user, bubble, button } = await recorded();
    await user.click(await button("Play"));
    await button("Pause");

    const slider = within(bubble).getByRole("slider", { name: "Position" });
    fireEvent.change(slider, { target: { value: "5" } });

    expect(element().currentTime).toBe(5);
    expect(slider.getAttribute("aria-valuetext")).toBe("0:05 of 0:08");
  });

  it("is heard faster, and so are those that follow", async () => {
    const { user, button } = await recorded();
    await user.click(await button("Speed 1×"));
    await user.click(await button("Play"));
    await button("Pause");
    expect(element().playbackRate).toBe(1.5);

    await user.click(await button("Speed 1.5×"));

    expect(element().playbackRate).toBe(2);
    expect(await button("Speed 2×")).toBeTruthy();
  });

  it("whose ticket ran out goes on from there with a new one, and then says what is the matter", async () => {
    const { user, bubble, button } = await recorded();
    await user.click(await button("Play"));
    await button("Pause");
    act(() => player.seek(4));

    act(() => void element().dispatchEvent(new Event("error")));
    await waitFor(() => expect(element().src).toContain("ticket-2"));
    expect(element().currentTime).toBe(4);
    act(() => void element().dispatchEvent(new Event("error")));

    expect((await within(bubble).findByRole("alert")).textContent).toBe(
      "It did not load. Press play to try again.",
    );
    await user.click(await button("Play"));
    expect(await button("Pause")).toBeTruthy();
  });

  it("goes on while another conversation is read, where it is named, stopped, and led back to", async () => {
    const { user, button } = await recorded();
    await user.click(await button("Play"));
    await button("Pause");
    expect(screen.queryByRole("region", { name: "Now playing" })).toBeNull();

    await user.click(screen.getByRole("link", { name: /^Marco De Santis/ }));

    const bar = await screen.findByRole("region", { name: "Now playing" });
    expect(within(bar).getByRole("link", { name: "Playing: Giulia Ferri" })).toBeTruthy();
    expect(within(bar).getByRole("button", { name: "Pause" })).toBeTruthy();
    await accessible();
    await user.click(within(bar).getByRole("button", { name: "Stop" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Now playing" })).toBeNull());
    expect(player.playing()).toBeNull();
  });

  it("falls silent when the customer deletes it", async () => {
    const { world, giulia, user, tell, button } = await recorded();
    await user.click(await button("Play"));
    await button("Pause");

    world.revoke(giulia, giulia.items.at(-1)!);
    tell();

    await waitFor(() => expect(player.playing()).toBeNull());
  });

  it("says all that in Italian, too", async () => {
    await chooseLanguage("it");
    const { bubble, button } = await recorded();

    await button("Riproduci");
    expect(await button("Velocità 1×")).toBeTruthy();
    expect(bubble.getAttribute("aria-label")).toMatch(/^Giulia Ferri, messaggio, Messaggio vocale, 0:08, /);
  });

  it("a sound has its file's name, and a plain line where nobody knows how loud it is", async () => {
    const mp3: Media = { state: "stored", thumbnail: false, mimeType: "audio/mpeg", name: "rumore.mp3" };
    const { bubble, button } = await recorded({ type: "audio", attachment }, mp3);

    await button("Play");
    expect(within(bubble).getByTitle("rumore.mp3")).toBeTruthy();
    const heights = [...bubble.querySelectorAll("rect")].map((bar) => bar.getAttribute("height"));
    expect(new Set(heights)).toEqual(new Set(["2"]));
  });
});
