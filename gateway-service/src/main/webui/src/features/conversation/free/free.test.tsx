import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { giuliaIn, PEOPLE, World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import type { TemplateOffer } from "../../../api/types";
import { chooseLanguage, type Language } from "../../../i18n";

const HOUR = 3_600_000;
const DELAY: TemplateOffer = {
  ...{ id: "1", name: "ritardo", language: "it", category: "marketing", body: "Arriva domani." },
  ...{ buttons: [], cards: [], parameters: [], suggested: true },
};

/** Anna's conversation with Giulia, of which the server says so; what is loaded of it names no ad. */
async function opened(entry: (now: number) => object, language: Language = "en") {
  await chooseLanguage(language);
  const world = new World();
  const giulia = giuliaIn(world);
  world.assign(giulia, PEOPLE.anna);
  const context = await openApp(world, "anna", `/inbox/all?c=${giulia.id}`, ({ api }) => {
    api.freeEntryAnswer = { told: false, ...entry(world.now()) };
    api.templatesAnswer = () => ({ items: [DELAY], more: false });
  });
  await screen.findByRole("article", { name: /Giulia Ferri/ });
  const asked = () => context.api.calls.filter(({ call }) => call.endsWith("/free-entry")).length;
  return { world, giulia, asked, ...context };
}
const at = (time: number) => new Date(time).toISOString();
const free = (now: number) => ({ freeUntil: at(now + 50 * HOUR), told: true });
const header = () => screen.getByRole("heading", { level: 1, name: "Giulia Ferri" }).closest("header")!;

afterEach(() => chooseLanguage("en"));

describe("a customer who came by an ad", () => {
  it.each([
    ["en", "Free", /messages cost nothing until/],
    ["it", "Gratis", /i messaggi sono gratuiti fino a/],
  ] as const)("is seen beside the window to be free to write to (%s)", async (language, short, words) => {
    await opened(free, language);

    const chip = (await within(header()).findByText(short)).closest("[title]")!;
    expect(chip.getAttribute("title")).toMatch(words);
    expect(within(header()).getByText(words)).toBeTruthy();
    await accessible();
  });

  it("is to be answered in time for that", async () => {
    const { world, giulia, api, asked, tell } = await opened((now) => ({ offeredUntil: at(now + HOUR) }));
    const chip = (await within(header()).findByText("Free if answered")).closest("[title]")!;
    expect(chip.getAttribute("title")).toMatch(/^The customer came by an ad or a page\. Answer by/);
    const before = asked();

    api.freeEntryAnswer = free(world.now());
    const context = { forwarded: false, forwardedOften: false, referral: { sourceType: "ad" } };
    world.customerSends(giulia, { type: "text", text: "And this one?" }, world.now(), { context });
    tell();

    expect(await within(header()).findByText("Free")).toBeTruthy();
    expect(asked()).toBeGreaterThan(before);
  });

  it("is sent templates that nobody is billed for, also when the window is closed", async () => {
    const { user, world, clock } = await opened(free);
    await within(header()).findByText("Free");
    const later = world.now() + 25 * HOUR;
    world.now = () => later;
    act(() => clock.heard(at(later)));

    expect(await screen.findByText(/Templates to this customer cost nothing until/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Choose a template/ }));
    const picker = await screen.findByRole("dialog", { name: "Choose a template" });
    await user.click(await within(picker).findByRole("radio", { name: /ritardo/ }));
    expect(
      within(picker).getByText(/^Marketing template, Italian\. It costs nothing until .* came by an ad/),
    ).toBeTruthy();
    expect(within(picker).queryByText(/bills it/)).toBeNull();
  });
});

describe("a customer who came otherwise", () => {
  it("is said to be neither", async () => {
    const { asked } = await opened(() => ({}));
    await waitFor(() => expect(asked()).toBeGreaterThan(0));

    expect(within(header()).queryByText(/Free/)).toBeNull();
  });
});
