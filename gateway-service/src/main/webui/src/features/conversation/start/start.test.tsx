import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { config, giuliaIn, World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import { ApiProblem } from "../../../api/client";
import type { TemplateOffer } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";
import * as uploads from "../attach/upload";

const THANKS: TemplateOffer = {
  id: "1",
  name: "grazie",
  language: "it",
  category: "utility",
  body: "Grazie per aver scelto Casa Lume!",
  buttons: [],
  parameters: [],
  cards: [],
  suggested: false,
};
const PLACE = { name: /Main|Principale/ };

describe("writing to somebody first", () => {
  beforeEach(() => chooseLanguage("en"));

  async function opened(name: "anna" | "elena" = "anna") {
    const world = new World();
    const giulia = giuliaIn(world);
    const context = await openApp(world, name, "/new", undefined, PLACE);
    context.api.templatesAnswer = () => ({ items: [THANKS], more: false });
    context.api.startAnswer = () => ({ conversationId: giulia.id });
    return { ...context, giulia };
  }
  const chosen = async (user: Awaited<ReturnType<typeof opened>>["user"], number = "+39 347 123 4567") => {
    await user.type(await screen.findByRole("textbox", { name: /Phone number/ }), number);
    await user.click(screen.getByRole("button", { name: "Choose a template" }));
    const picker = await screen.findByRole("dialog", { name: "Choose a template" });
    await user.click(await within(picker).findByRole("radio", { name: /grazie/ }));
    return picker;
  };

  it("sends a template to a typed number and leads to the conversation", async () => {
    const { user, api, router, giulia } = await opened();
    await accessible();
    const picker = await chosen(user);
    await accessible();

    await user.click(within(picker).getByRole("button", { name: /^Send template/ }));

    await waitFor(() => expect(router.state.location.search).toEqual({ c: giulia.id }));
    expect(api.calls.find(({ call }) => call === "POST /conversations")?.body).toMatchObject({
      phoneNumberId: "510000000000023",
      to: "+39 347 123 4567",
      content: { type: "template", name: "grazie", language: "it", parameters: [] },
    });
  });

  it("offers no number that is not connected yet, and says why", async () => {
    const world = new World();
    const [milan] = config.numbers;
    const rome = { ...milan!, phoneNumberId: "510000000000024", name: "Roma", connected: false };
    await openApp(
      world,
      "anna",
      "/new",
      ({ session }) => {
        session.config = { ...config, numbers: [rome, milan!] };
      },
      PLACE,
    );

    expect(await screen.findByText(/Not to choose from: Roma\. Whoever manages numbers/)).toBeTruthy();
    expect(screen.queryByRole("combobox", { name: "Write from" })).toBeNull();
    expect(screen.queryByRole("option", { name: /Roma/ })).toBeNull();
  });

  it("brings the picture above a template to the conversation that is to begin", async () => {
    vi.stubGlobal(
      "URL",
      Object.assign(URL, { createObjectURL: () => "blob:local", revokeObjectURL: () => {} }),
    );
    const bring = vi
      .spyOn(uploads, "upload")
      .mockImplementation((_tokens, _conversation, id, { name, type, size }) => ({
        done: Promise.resolve({ id, kind: "image", mimeType: type, size, name }),
        cancel: () => {},
      }));
    const { user, api } = await opened();
    api.templatesAnswer = () => ({ items: [{ ...THANKS, header: { format: "image" } }], more: false });
    const picker = await chosen(user);

    const input = within(picker).getByTestId("template-file");
    const picture = new File(["a picture"], "lampada.png", { type: "image/png" });
    Object.defineProperty(input, "files", { value: [picture], configurable: true });
    fireEvent.change(input);
    await within(picker).findByRole("img", { name: "lampada.png" });
    await user.click(within(picker).getByRole("button", { name: /^Send template/ }));

    await waitFor(() =>
      expect(api.calls.find(({ call }) => call === "POST /conversations")?.body).toMatchObject({
        conversationId: bring.mock.lastCall?.[1],
        content: { attachmentId: bring.mock.lastCall?.[2] },
      }),
    );
  });

  it("records with an advertising template that the customer agreed, and what shows it", async () => {
    const { user, api } = await opened();
    api.templatesAnswer = () => ({
      items: [{ ...THANKS, category: "marketing", obstacle: "consent-missing" }],
      more: false,
    });
    const picker = await chosen(user);
    const send = within(picker).getByRole("button", { name: /^Send template/ });
    expect(send.hasAttribute("disabled")).toBe(true);
    await user.click(await within(picker).findByRole("button", { name: "Record consent" }));
    await user.type(
      within(picker).getByRole("textbox", { name: "How and when did the customer agree?" }),
      "Asked at the counter{Enter}",
    );
    expect(await within(picker).findByText("Asked at the counter")).toBeTruthy();
    await accessible();
    await user.click(send);

    await waitFor(() =>
      expect(api.calls.find(({ call }) => call === "POST /conversations")?.body).toMatchObject({
        to: "+39 347 123 4567",
        consentEvidence: "Asked at the counter",
      }),
    );
  });

  it("leads to the conversation that there is already", async () => {
    const { user, api, giulia } = await opened();
    api.templatesAnswer = () => {
      throw new ApiProblem({ status: 409, reasonKey: "conversation-exists", conversationId: giulia.id });
    };
    await user.type(await screen.findByRole("textbox", { name: /Phone number/ }), "+39 333 555 0198");
    await user.click(screen.getByRole("button", { name: "Choose a template" }));

    expect((await screen.findByRole("alert")).textContent).toContain("You already have a conversation");
    expect(screen.getByRole("link", { name: "Open it" }).getAttribute("href")).toContain(giulia.id);
  });

  it("sends the same message when it is tried again without an answer", async () => {
    const { user, api } = await opened();
    api.instead.set("POST /conversations", ["no answer"]);
    const picker = await chosen(user);
    await user.click(within(picker).getByRole("button", { name: /^Send template/ }));
    expect((await within(picker).findByRole("alert")).textContent).toContain("will not be sent twice");

    await user.click(within(picker).getByRole("button", { name: /^Send template/ }));

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const ids = api.calls
      .filter(({ call }) => call === "POST /conversations")
      .map(({ body }) => (body as { id: string }).id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("says what was filled in wrongly, and does not blame the number for it", async () => {
    const { user, api } = await opened();
    api.instead.set("POST /conversations", [
      {
        ...{ status: 400, reasonKey: "invalid-request" },
        violations: [{ field: "card.1.button.0.1", code: "missing", message: "is not there" }],
      },
    ]);
    const picker = await chosen(user);

    await user.click(within(picker).getByRole("button", { name: /^Send template/ }));

    expect((await within(picker).findByRole("alert")).textContent).toContain(
      "On button 1 {{1}}, card 2: something is missing.",
    );
  });

  it("says to who may not that he may not", async () => {
    await opened("elena");

    expect(await screen.findByText("You may not write to customers first")).toBeTruthy();
    await accessible();
  });

  it("speaks Italian", async () => {
    await opened();
    await act(() => chooseLanguage("it"));

    expect(await screen.findByRole("heading", { name: "Nuova conversazione" })).toBeTruthy();
    expect(screen.getByRole("textbox", { name: /Numero di telefono/ })).toBeTruthy();
  });
});
