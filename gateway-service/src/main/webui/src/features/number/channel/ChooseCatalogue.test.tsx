import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import { ApiProblem } from "../../../api/client";
import type { NumberHealth } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";

const MILAN: NumberHealth = {
  phoneNumberId: "510000000000023",
  number: "390299990001",
  displayPhone: "+39 02 9999 0001",
  name: "Casa Lume",
  ofSettings: true,
  connected: true,
  level: "ok",
  limitations: [],
};
const CATALOGUE = { id: "770000000000041", name: "Bottega Rossi" };

beforeEach(() => chooseLanguage("en"));

const open = (number: NumberHealth, onChange: () => unknown = () => ({})) =>
  openApp(
    new World(),
    "carla",
    "/settings/number",
    ({ api, session }) => {
      api.numbersAnswer = (path, _, method) => {
        if (method === "PATCH") return onChange();
        if (path === "/numbers") return { items: [number] };
        if (path.endsWith("/catalogues")) return { items: [CATALOGUE] };
        if (path.endsWith("/profile")) return {};
        if (path.endsWith("/token")) return { source: "settings", canBeReplaced: true };
        if (path.endsWith("/connection")) return { onPhoneApp: false, obstacles: [] };
        if (path.endsWith("/sync")) return { state: "none", mayAsk: false, progress: 0, messages: 0 };
        return path === `/numbers/${number.phoneNumberId}` ? { health: number, facts: [] } : { items: [] };
      };
      session.me = { ...session.me, permissions: [...session.me.permissions, "number.manage"] };
    },
    { name: /^Main$/ },
  );

describe("the catalogue of a number", () => {
  it("is chosen from those of its account, also when the installation set the number", async () => {
    const { user, api } = await open(MILAN);
    await user.click(await screen.findByRole("button", { name: "Choose a catalogue" }));
    const dialog = await screen.findByRole("dialog", { name: "Choose a catalogue" });
    await user.selectOptions(
      await within(dialog).findByLabelText("Catalogue"),
      "Bottega Rossi (770000000000041)",
    );
    await accessible();
    await user.click(within(dialog).getByRole("button", { name: "Save" }));

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(api.calls.find(({ call }) => call.startsWith("PATCH"))?.body).toEqual({ catalogId: CATALOGUE.id });
  });

  it("is said, and can be another one by its id, or none", async () => {
    const { user, api } = await open({ ...MILAN, catalogId: CATALOGUE.id }, () => {
      throw new ApiProblem({ status: 422, reasonKey: "catalogue-unknown" });
    });
    expect(await screen.findByText(/products of the catalogue 770000000000041/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Change the catalogue" }));
    const dialog = await screen.findByRole("dialog", { name: "Choose a catalogue" });
    await user.selectOptions(await within(dialog).findByLabelText("Catalogue"), "Another one, by its id");
    const field = within(dialog).getByLabelText("Id of the catalogue");
    await user.clear(field);
    expect(within(dialog).getByRole("button", { name: "Save" }).hasAttribute("disabled")).toBe(true);
    await user.type(field, "880000000000001");
    await user.click(within(dialog).getByRole("button", { name: "Save" }));

    expect(await within(dialog).findByText(/WhatsApp does not show this catalogue/)).toBeTruthy();
    expect(api.calls.find(({ call }) => call.startsWith("PATCH"))?.body).toEqual({
      catalogId: "880000000000001",
    });
  });
});
