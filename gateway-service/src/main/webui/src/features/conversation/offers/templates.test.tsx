import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { PEOPLE } from "../../../../test/fixtures";
import { accessible, openGiulia } from "../../../../test/screen";
import type { TemplateOffer } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";
import * as uploads from "../attach/upload";
import { asSent, asShown, complaints, isReady, toFill, proposed } from "./filled";

const DELAY: TemplateOffer = {
  id: "1",
  name: "spedizione_in_ritardo",
  language: "it",
  category: "utility",
  header: { format: "text", text: "Ordine {{ordine}}" },
  body: "Ciao {{nome}}, il pacco {{ordine}} arriva domani.",
  footer: "Casa Lume",
  buttons: [
    { kind: "quick-reply", text: "Va bene" },
    { kind: "url", text: "Segui il pacco", value: "https://example.org/pacco/{{1}}" },
  ],
  cards: [],
  parameters: [
    { place: "header", name: "ordine", kind: "text", proposal: { value: "A-17", source: "message" } },
    { place: "body", name: "nome", kind: "text", proposal: { value: "Giulia", source: "customer" } },
    { place: "body", name: "ordine", kind: "text", example: "A-17" },
    { place: "button", button: 1, name: "1", kind: "text" },
  ],
  suggested: true,
};
const OFFER: TemplateOffer = {
  id: "2",
  name: "saldi_estivi",
  language: "en_US",
  category: "marketing",
  body: "Lamps cost a quarter less.",
  buttons: [],
  cards: [],
  parameters: [],
  suggested: false,
  obstacle: "marketing-not-wanted",
};
const LAMP: TemplateOffer = {
  ...OFFER,
  id: "3",
  name: "lampada",
  language: "it",
  category: "utility",
  header: { format: "image" },
  body: "Ecco la tua lampada.",
  parameters: [{ place: "header", name: "file", kind: "image" }],
  obstacle: undefined,
};
const PICKUP: TemplateOffer = {
  ...LAMP,
  id: "4",
  name: "ritiro",
  header: { format: "location" },
  body: "Ti aspettiamo qui.",
  parameters: [{ place: "header", name: "location", kind: "location" }],
};
const onCard = (card: number): TemplateOffer["parameters"] => [
  { place: "header", card, name: "file", kind: "image" },
  { place: "body", card, name: "1", kind: "text" },
  { place: "button", card, button: 0, name: "1", kind: "text" },
];
const LAMPS: TemplateOffer = {
  ...LAMP,
  id: "5",
  name: "lampade",
  header: undefined,
  body: "Ecco le lampade.",
  cards: [0, 1].map(() => ({
    header: { format: "image" as const },
    body: "La lampada {{1}} ti aspetta.",
    buttons: [{ kind: "url" as const, text: "Guardala", value: "https://example.org/{{1}}" }],
  })),
  parameters: [...onCard(0), ...onCard(1)],
};
const COUPON: TemplateOffer = {
  ...LAMP,
  id: "6",
  name: "sconto",
  header: undefined,
  body: "Uno sconto per te.",
  buttons: [
    { kind: "copy-code", text: "" },
    { kind: "quick-reply", text: "Grazie" },
  ],
  parameters: [{ place: "button", button: 0, name: "code", kind: "code" }],
};

describe("a template that is filled in", () => {
  it("shows what the customer will see, and its places where nothing stands yet", () => {
    const shown = asShown(DELAY, proposed(DELAY));

    expect(shown.header).toBe("Ordine A-17");
    expect(shown.text).toBe("Ciao Giulia, il pacco {{ordine}} arriva domani.");
    expect(shown.buttons[1]?.value).toBe("https://example.org/pacco/{{1}}");
    expect(asShown(DELAY, ["A-17", "Giulia", "A-17", "A-17"]).buttons[1]?.value).toBe(
      "https://example.org/pacco/A-17",
    );
  });

  it("is ready when every place holds what WhatsApp takes", () => {
    expect(isReady(DELAY, proposed(DELAY))).toBe(false);
    expect(isReady(DELAY, ["A-17", "Giulia", "A-17", "A-17"])).toBe(true);
    expect(isReady(DELAY, ["A-17", "Giulia     F", "A-17", "A-17"])).toBe(false);
    expect(complaints(COUPON, ["0123456789abcdef"])).toEqual([{ is: "code" }]);
  });

  it("is not too long with what was filled in, header, body, cards and addresses each by their own measure", () => {
    expect(complaints(DELAY, ["A".repeat(53), "G", "A-17", "A-17"])).toEqual([null, null, null, null]);
    expect(complaints(DELAY, ["😀".repeat(54), "G", "A-17", "A-17"])[0]).toEqual({ is: "long", tooMany: 1 });
    expect(complaints(DELAY, ["A", "Giulia", "A".repeat(1024), "A".repeat(2000)])).toEqual([
      null,
      null,
      { is: "long", tooMany: 37 },
      { is: "long", tooMany: 26 },
    ]);
    expect(complaints(LAMPS, ["L".repeat(144), "a", "L", "a"])[0]).toEqual({ is: "long", tooMany: 7 });
    expect(isReady(DELAY, ["A".repeat(54), "Giulia", "A-17", "A-17"])).toBe(false);
    expect(isReady(DELAY, ["A-17", "Giu\tlia", "A-17", "A-17"])).toBe(false);
  });

  it("asks once for a code that stands in the text and is copied by the button", () => {
    const offer: TemplateOffer = {
      ...LAMP,
      name: "codice",
      category: "authentication",
      header: undefined,
      body: "*{{1}}* è il tuo codice di verifica.",
      buttons: [{ kind: "one-time-code", text: "Copia codice" }],
      parameters: [
        { place: "body", name: "1", kind: "text" },
        { place: "button", button: 0, name: "1", kind: "code" },
      ],
    };

    expect(toFill(offer)).toEqual([{ place: "body", name: "1", kind: "code" }]);
    expect(isReady(offer, ["482913"])).toBe(true);
    expect(complaints(offer, ["0123456789abcdef"])).toEqual([{ is: "code" }]);
    expect(asSent(offer, ["482913"])).toMatchObject({
      parameters: [
        { place: "body", name: "1", value: "482913" },
        { place: "button", button: 0, name: "1", value: "482913" },
      ],
    });
  });

  it("is sent place by place", () => {
    expect(asSent(DELAY, ["A-17", " Giulia ", "A-17", "A-18"])).toEqual({
      type: "template",
      name: "spedizione_in_ritardo",
      language: "it",
      parameters: [
        { place: "header", name: "ordine", value: "A-17" },
        { place: "body", name: "nome", value: "Giulia" },
        { place: "body", name: "ordine", value: "A-17" },
        { place: "button", button: 1, name: "1", value: "A-18" },
      ],
    });
  });
});

describe("choosing a template", () => {
  beforeEach(() => chooseLanguage("en"));

  async function opened(closed = true) {
    const context = await openGiulia("anna", (world, giulia) => world.assign(giulia, PEOPLE.anna));
    context.api.templatesAnswer = ({ q }) => ({
      items: [DELAY, OFFER].filter(({ name }) => name.includes(String(q))),
      more: false,
    });
    if (closed) {
      const later = Date.now() + 25 * 3_600_000;
      context.world.now = () => later;
      act(() => context.clock.heard(new Date(later).toISOString()));
      await screen.findByText("The 24-hour window is closed");
    }
    return context;
  }
  const dialog = () => screen.findByRole("dialog", { name: "Choose a template" });

  it("fills in what is known, says where it comes from, and sends by the keyboard when the window is closed", async () => {
    const { user, api, giulia } = await opened();
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /spedizione_in_ritardo/ }));
    await accessible();

    const fields = within(picker).getAllByRole("textbox");
    expect(fields.map((field) => (field as HTMLInputElement).value)).toEqual(["A-17", "Giulia", "", ""]);
    expect(within(picker).getByText("from the contact")).toBeTruthy();
    expect(within(picker).getByText(/WhatsApp bills it as utility/)).toBeTruthy();
    await user.type(fields[2]!, "A-17");
    await user.type(fields[3]!, "A-17");
    expect(within(picker).getByText("Ciao Giulia, il pacco A-17 arriva domani.")).toBeTruthy();
    await user.keyboard("{Control>}{Enter}{/Control}");

    await waitFor(() => expect(giulia.items.at(-1)?.content.type).toBe("template"));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(api.calls.find(({ call }) => call.endsWith("/replies"))?.body).toMatchObject({
      content: { type: "template", name: "spedizione_in_ritardo", language: "it" },
    });
    const bubble = screen.getAllByRole("article").at(-1)!;
    expect(await within(bubble).findByText("Template")).toBeTruthy();
    await accessible();
  });

  it("keeps what was filled in when the customer writes meanwhile", async () => {
    const { user, world, giulia, tell } = await opened();
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /spedizione_in_ritardo/ }));
    await user.type(within(picker).getAllByRole("textbox")[2]!, "A-99");

    world.customerWrites(giulia, "Buongiorno");
    tell();

    expect(await screen.findAllByText("Buongiorno")).not.toHaveLength(0);
    expect(document.querySelector("form textarea")).toBeTruthy();
    expect(within(await dialog()).getByDisplayValue("A-99")).toBeTruthy();
  });

  it("is chosen by its key after a note, too", async () => {
    const { user } = await opened();
    await user.keyboard("n");
    await user.keyboard("Chiamare domani{Enter}");
    await user.keyboard("{Escape}t");

    expect(await dialog()).toBeTruthy();
  });

  it("can be put right when the server refuses it", async () => {
    const { user, api, giulia } = await opened();
    api.instead.set("/replies", [{ status: 409, reasonKey: "template-not-approved" }]);
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /spedizione_in_ritardo/ }));
    const fields = within(picker).getAllByRole("textbox");
    await user.type(fields[2]!, "A-17");
    await user.type(fields[3]!, "A-18");
    await user.click(within(picker).getByRole("button", { name: /^Send template/ }));

    await user.click(await screen.findByRole("button", { name: "Open it again" }));

    const again = await dialog();
    expect(within(again).getByDisplayValue("A-18")).toBeTruthy();
    expect(within(again).getByRole("alert").textContent).toContain("WhatsApp does not allow this template");
    await user.click(within(again).getByRole("button", { name: /^Send template/ }));
    await waitFor(() => expect(giulia.items.at(-1)?.content.type).toBe("template"));
  });

  it("is offered beside the field while the window is open, too", async () => {
    const { user } = await opened(false);

    await user.click(await screen.findByRole("button", { name: "Choose a template" }));

    expect(await within(await dialog()).findByRole("radio", { name: /spedizione_in_ritardo/ })).toBeTruthy();
  });

  it("is reached from the search by the arrow keys", async () => {
    const { user } = await opened();
    await user.click(screen.getByRole("button", { name: /^Choose a template/ }));
    const picker = await dialog();
    await user.type(within(picker).getByRole("searchbox"), "saldi");
    const first = await within(picker).findByRole<HTMLInputElement>("radio", { name: /saldi_estivi/ });

    await user.keyboard("{ArrowDown}");

    expect(document.activeElement).toBe(first);
    expect(first.checked).toBe(true);
  });

  it("sends no advertising to who wants none, and says so", async () => {
    const { user } = await opened();
    await user.click(screen.getByRole("button", { name: /^Choose a template/ }));
    const picker = await dialog();
    await user.type(within(picker).getByRole("searchbox"), "saldi");
    await user.click(await within(picker).findByRole("radio", { name: /saldi_estivi/ }));

    expect(within(picker).getByText(/This customer wants no advertising/)).toBeTruthy();
    expect(within(picker).getByRole<HTMLButtonElement>("button", { name: /^Send template/ }).disabled).toBe(
      true,
    );
  });

  it("asks for consent before advertising, and goes on where it is recorded", async () => {
    const { user, api } = await opened();
    let consent: "unknown" | "given" = "unknown";
    api.contactsAnswer = (method) => {
      if (method === "PUT") consent = "given";
      return { items: [], conversations: [], consent, consents: [] };
    };
    api.templatesAnswer = () => ({
      items: [{ ...OFFER, obstacle: consent === "given" ? undefined : "consent-missing" }],
      more: false,
    });
    await user.click(screen.getByRole("button", { name: /^Choose a template/ }));
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /saldi_estivi/ }));
    const send = within(picker).getByRole<HTMLButtonElement>("button", { name: /^Send template/ });
    expect(within(picker).getByText(/Ask first, then record it/)).toBeTruthy();
    expect(send.disabled).toBe(true);
    await accessible();

    await user.click(await within(picker).findByRole("button", { name: "Record consent" }));
    await user.type(
      within(picker).getByRole("textbox", { name: "How and when did the customer agree?" }),
      "On the phone, today{Enter}",
    );

    await waitFor(() => expect(send.disabled).toBe(false));
    expect(within(picker).getByText("Approved by WhatsApp")).toBeTruthy();
  });

  it("says why a template is suggested", async () => {
    const { user, api } = await opened();
    api.templatesAnswer = () => ({ items: [{ ...DELAY, reason: "used-here" }], more: false });
    await user.click(screen.getByRole("button", { name: /^Choose a template/ }));

    expect(await within(await dialog()).findByText("Sent here before")).toBeTruthy();
  });

  it("brings the picture that stands above the words, and sends the template with it", async () => {
    vi.stubGlobal(
      "URL",
      Object.assign(URL, { createObjectURL: () => "blob:local", revokeObjectURL: () => {} }),
    );
    vi.spyOn(uploads, "upload").mockImplementation((_tokens, _conversation, id, { name, type, size }) => ({
      done: Promise.resolve({ id, kind: "image", mimeType: type, size, name }),
      cancel: () => {},
    }));
    const { user, api } = await opened();
    api.templatesAnswer = () => ({ items: [LAMP], more: false });
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /lampada/ }));
    const send = within(picker).getByRole<HTMLButtonElement>("button", { name: /^Send template/ });
    expect(send.disabled).toBe(true);
    expect(within(picker).getByText(/Picture above the text/)).toBeTruthy();

    const input = within(picker).getByTestId("template-file");
    const picture = new File(["a picture"], "lampada.png", { type: "image/png" });
    Object.defineProperty(input, "files", { value: [picture], configurable: true });
    fireEvent.change(input);
    expect(await within(picker).findByRole("img", { name: "lampada.png" })).toBeTruthy();
    await accessible();
    await user.click(send);

    await waitFor(() =>
      expect(api.calls.find(({ call }) => call.endsWith("/replies"))?.body).toMatchObject({
        content: {
          type: "template",
          name: "lampada",
          attachmentId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        },
      }),
    );
    vi.restoreAllMocks();
  });

  it("asks for the place that stands above the words, and sends it", async () => {
    const { user, api } = await opened();
    api.templatesAnswer = () => ({ items: [PICKUP], more: false });
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /ritiro/ }));
    const send = within(picker).getByRole<HTMLButtonElement>("button", { name: /^Send template/ });
    const point = await within(picker).findByRole("textbox", { name: "Coordinates, or a link to a map" });
    await user.type(point, "91, 9");
    expect(send.disabled).toBe(true);
    await user.clear(point);
    await user.type(point, "45.4642, 9.19");
    await user.type(
      within(picker).getByRole("textbox", { name: "Name of the place (optional)" }),
      "Casa Lume",
    );
    expect(await within(picker).findByText("Casa Lume")).toBeTruthy();
    await accessible();
    await user.click(send);

    await waitFor(() =>
      expect(api.calls.find(({ call }) => call.endsWith("/replies"))?.body).toMatchObject({
        content: {
          name: "ritiro",
          parameters: [],
          place: { latitude: 45.4642, longitude: 9.19, name: "Casa Lume" },
        },
      }),
    );
  });

  it("takes a picture and words for each card of a carousel, and shows the cards in the thread", async () => {
    vi.stubGlobal(
      "URL",
      Object.assign(URL, { createObjectURL: () => "blob:local", revokeObjectURL: () => {} }),
    );
    vi.spyOn(uploads, "upload").mockImplementation((_tokens, _conversation, id, { name, type, size }) => ({
      done: Promise.resolve({ id, kind: "image", mimeType: type, size, name }),
      cancel: () => {},
    }));
    const { user, api } = await opened();
    api.templatesAnswer = () => ({ items: [LAMPS], more: false });
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /lampade/ }));
    for (const input of within(picker).getAllByTestId("template-file")) {
      const picture = new File(["a picture"], "lampada.png", { type: "image/png" });
      Object.defineProperty(input, "files", { value: [picture], configurable: true });
      fireEvent.change(input);
    }
    expect(await within(picker).findAllByRole("img", { name: "lampada.png" })).toHaveLength(2);
    const send = within(picker).getByRole<HTMLButtonElement>("button", { name: /^Send template/ });
    expect(send.disabled).toBe(true);
    for (const [index, field] of within(picker).getAllByRole("textbox").entries())
      await user.type(field, ["Notte", "notte", "Aurora", "aurora"][index]!);
    expect(within(picker).getByText("La lampada Aurora ti aspetta.")).toBeTruthy();
    await accessible();
    await user.click(send);

    await waitFor(() =>
      expect(api.calls.find(({ call }) => call.endsWith("/replies"))?.body).toMatchObject({
        content: {
          name: "lampade",
          parameters: [
            { place: "body", card: 0, name: "1", value: "Notte" },
            { place: "button", card: 0, button: 0, name: "1", value: "notte" },
            { place: "body", card: 1, name: "1", value: "Aurora" },
            { place: "button", card: 1, button: 0, name: "1", value: "aurora" },
          ],
          cards: [
            { attachmentId: expect.any(String) as string },
            { attachmentId: expect.any(String) as string },
          ],
        },
      }),
    );
    const bubble = screen.getAllByRole("article").at(-1)!;
    expect(await within(bubble).findByText("Card 2")).toBeTruthy();
    await accessible();
    vi.restoreAllMocks();
  });

  it("asks for the code that a button copies", async () => {
    const { user, api } = await opened();
    api.templatesAnswer = () => ({ items: [COUPON], more: false });
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /sconto/ }));
    await user.type(within(picker).getByRole("textbox"), "LUME10");
    await user.keyboard("{Control>}{Enter}{/Control}");

    await waitFor(() =>
      expect(api.calls.find(({ call }) => call.endsWith("/replies"))?.body).toMatchObject({
        content: { parameters: [{ place: "button", button: 0, name: "code", value: "LUME10" }] },
      }),
    );
  });

  it("says why the server refused, and gives no words back that nobody wrote", async () => {
    const { user, api, giulia } = await opened();
    api.instead.set("/replies", [{ status: 409, reasonKey: "template-not-approved" }]);
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /spedizione_in_ritardo/ }));
    const fields = within(picker).getAllByRole("textbox");
    await user.type(fields[2]!, "A-17");
    await user.type(fields[3]!, "A-17");
    await user.click(within(picker).getByRole("button", { name: /^Send template/ }));

    expect((await screen.findByRole("alert")).textContent).toContain("WhatsApp does not allow this template");
    expect(giulia.items).toHaveLength(1);
  });

  it("says at which place the server found what WhatsApp does not take, in both languages", async () => {
    const { user, api } = await opened();
    api.instead.set("/replies", [
      {
        ...{ status: 400, reasonKey: "invalid-request" },
        violations: [
          { field: "body.nome", code: "too-long", limit: 1024, message: "would be more than is allowed" },
        ],
      },
    ]);
    await user.keyboard("t");
    const picker = await dialog();
    await user.click(await within(picker).findByRole("radio", { name: /spedizione_in_ritardo/ }));
    const fields = within(picker).getAllByRole("textbox");
    await user.type(fields[2]!, "A-17");
    await user.type(fields[3]!, "A-17");
    await user.click(within(picker).getByRole("button", { name: /^Send template/ }));

    const alert = await screen.findByRole("alert");
    await waitFor(() =>
      expect(alert.textContent).toContain("In the text {{nome}}: it is too long: at most 1,024 characters."),
    );
    await act(() => chooseLanguage("it"));
    expect(alert.textContent).toContain("Nel testo {{nome}}: è troppo lungo: al massimo 1024 caratteri.");
  });

  it("speaks Italian", async () => {
    const { user } = await opened();
    await act(() => chooseLanguage("it"));
    await user.click(await screen.findByRole("button", { name: /^Scegli un modello/ }));

    expect(await screen.findByRole("dialog", { name: "Scegli un modello" })).toBeTruthy();
    await accessible();
  });
});
