import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { PEOPLE } from "../../../test/fixtures";
import { accessible, openGiulia } from "../../../test/screen";
import type { ReplyRequest } from "../../api/types";
import { chooseLanguage } from "../../i18n";

beforeEach(() => chooseLanguage("en"));

describe("what is written on the business's phone", () => {
  it("stands on our side as from the phone, in the thread and in the list", async () => {
    const { world, giulia, tell } = await openGiulia();

    world.echo(giulia, "phone", "Ti chiamo tra poco");
    tell();

    const bubble = await screen.findByRole("article", { name: /^From the phone, reply, .*, sent$/ });
    expect(within(bubble).getByText("Ti chiamo tra poco")).toBeTruthy();
    expect(
      screen.getByRole("link", { name: /Giulia Ferri.*Ti chiamo tra poco.*From the phone/ }),
    ).toBeTruthy();
    await accessible();
  });

  it("is shown to whoever was writing before his reply goes out", async () => {
    const { world, giulia, user } = await openGiulia("anna", (world, giulia) =>
      world.assign(giulia, PEOPLE.anna),
    );
    world.echo(giulia, "phone", "Fatto");

    await user.type(screen.getByRole("textbox", { name: /Reply to Giulia/ }), "Parte oggi.{Enter}");

    expect(
      await screen.findByText("Not sent yet: The phone wrote “Fatto” before your reply arrived."),
    ).toBeTruthy();
  });
});

describe("a customer whom another application answers", () => {
  it("is answered only by who was warned and takes the conversation over", async () => {
    const { world, giulia, user, tell, api } = await openGiulia("anna", (world, giulia) =>
      world.assign(giulia, PEOPLE.anna),
    );
    world.handOver(giulia, "ai-agent");
    tell();
    expect(await screen.findByText("WhatsApp’s AI agent is answering Giulia")).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: /Reply to Giulia/ })).toBeNull();
    // In the row and in the head.
    expect(screen.getAllByText(/Handled by: WhatsApp’s AI agent/)).toHaveLength(2);
    await accessible();

    await user.click(screen.getByRole("button", { name: "Answer anyway, and take it over" }));
    await user.type(await screen.findByRole("textbox", { name: /Reply to Giulia/ }), "Eccomi.{Enter}");
    tell();

    const [reply] = api.calls.filter(({ call }) => call.endsWith("/replies"));
    expect((reply!.body as ReplyRequest).takeOver).toBe(true);
    expect(await screen.findByRole("article", { name: /Anna Ricci, reply/ })).toBeTruthy();
  });

  it("is told apart by what the other application is for", async () => {
    const { world, giulia, tell } = await openGiulia("anna", (world, giulia) =>
      world.assign(giulia, PEOPLE.anna),
    );

    world.handOver(giulia, "ctwa");
    tell();

    expect(await screen.findByText("The ads app is answering Giulia")).toBeTruthy();
    expect(screen.getByRole("link", { name: /Giulia Ferri.*Handled by: The ads app/ })).toBeTruthy();
  });

  it("is unread and ours again when he is handed over, with the other's words", async () => {
    const { world, giulia, tell } = await openGiulia("anna", (world, giulia) =>
      world.handOver(giulia, "ai-agent"),
    );

    world.handOver(giulia, undefined, "Vuole parlare con una persona");
    tell();

    expect(await screen.findByText(/handed the customer over to the team/)).toBeTruthy();
    expect(screen.getByText(/Vuole parlare con una persona/)).toBeTruthy();
    expect(screen.queryByText(/is answering Giulia/)).toBeNull();
  });
});
