import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { config, World } from "../../../../test/fixtures";
import { accessible, openApp } from "../../../../test/screen";
import { ApiProblem } from "../../../api/client";
import type { NumberHealth, NumberSetup } from "../../../api/types";
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
const ROME: NumberHealth = {
  ...MILAN,
  phoneNumberId: "510000000000024",
  number: "390699990002",
  displayPhone: "+39 06 9999 0002",
  name: "Roma",
  accountId: "290000000000017",
  ofSettings: false,
  connected: false,
};
const BEGUN: NumberSetup = {
  phoneNumberId: ROME.phoneNumberId,
  number: ROME.number,
  displayPhone: ROME.displayPhone,
  name: "Roma",
  accountId: "290000000000017",
  ofSettings: false,
  connected: false,
};
const AT = "2026-11-29T09:00:00Z";
const PROFILE = {
  about: "Luci dal 1962",
  vertical: "RETAIL",
  websites: [],
  email: "",
  address: "",
  description: "",
};
const CODE = { code: "QR1", message: "Buongiorno!", link: "https://wa.me/message/QR1" };

const problem = (reasonKey: string, more = {}) =>
  new ApiProblem({ type: `/problems/${reasonKey}`, title: reasonKey, status: 422, reasonKey, ...more });

/** What the server answers to a path that ends so; a number of ours otherwise. */
type Answers = Record<string, (method: string) => unknown>;

const open = async (numbers: NumberHealth[], more: Answers = {}, manages = true) => {
  const opened = await openApp(
    new World(),
    "carla",
    "/settings/number",
    ({ api, session }) => {
      api.numbersAnswer = (path, _, method) => {
        const said = Object.entries(more).find(([end]) => path.endsWith(end));
        if (said) return said[1](method);
        if (path === "/numbers") return { items: numbers };
        if (path.endsWith("/setup") || path.endsWith("/setup/check")) return BEGUN;
        if (path.endsWith("/profile")) return PROFILE;
        if (path.endsWith("/qr-codes")) return { items: [CODE] };
        if (path.endsWith("/token")) return { source: "settings", canBeReplaced: true };
        if (path.endsWith("/connection")) return { onPhoneApp: false, obstacles: [] };
        if (path.endsWith("/sync")) return { state: "none", mayAsk: false, progress: 0, messages: 0 };
        const number = numbers.find(({ phoneNumberId }) => path === `/numbers/${phoneNumberId}`);
        return number ? { health: number, facts: [] } : { items: [] };
      };
      if (manages) session.me = { ...session.me, permissions: [...session.me.permissions, "number.manage"] };
    },
    { name: /^Main|^Principale$/ },
  );
  const called = () => opened.api.calls.map(({ call }) => call);
  return { ...opened, called };
};

beforeEach(() => chooseLanguage("en"));

describe("connecting a number", () => {
  it("finds it by token and account, adds it, and shows what is still to be done", async () => {
    const { user, api } = await open([MILAN], {
      "/lookup": () => ({
        items: [
          { phoneNumberId: ROME.phoneNumberId, displayNumber: "+39 06 9999 0002", verifiedName: "Roma" },
        ],
      }),
      "/numbers": (method) => (method === "POST" ? BEGUN : { items: [MILAN] }),
    });
    await user.click(await screen.findByRole("button", { name: "Connect a number" }));
    const dialog = await screen.findByRole("dialog", { name: "Connect a number" });
    await user.type(within(dialog).getByLabelText("Access token"), "EAAGsecret");
    await user.type(within(dialog).getByLabelText("WhatsApp Business account id"), "290000000000017");
    await user.click(within(dialog).getByRole("button", { name: "Look for its numbers" }));
    expect(await within(dialog).findByRole("radio", { name: /9999 0002 Roma/ })).toHaveProperty(
      "checked",
      true,
    );
    await accessible();

    await user.click(within(dialog).getByRole("button", { name: "Add it" }));

    expect(await within(dialog).findByText(/Roma is not connected yet/)).toBeTruthy();
    expect(within(dialog).getByRole("button", { name: "Subscribe" })).toBeTruthy();
    expect(api.calls.find(({ call }) => call === "POST /numbers")?.body).toEqual({
      phoneNumberId: ROME.phoneNumberId,
      accountId: "290000000000017",
      token: "EAAGsecret",
    });
    await accessible();
  });

  it("says what is wrong with the token, and keeps what was typed", async () => {
    const { user } = await open([MILAN], {
      "/lookup": () => {
        throw problem("token-refused", { code: 190 });
      },
    });
    await user.click(await screen.findByRole("button", { name: "Connect a number" }));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText("WhatsApp Business account id"), "290000000000017");
    await user.click(within(dialog).getByRole("button", { name: "Look for its numbers" }));

    expect((await within(dialog).findByRole("alert")).textContent).toContain("whatsapp_business_management");
    expect(within(dialog).getByLabelText("WhatsApp Business account id")).toHaveProperty(
      "value",
      "290000000000017",
    );
  });

  it("goes on where it was, tells a wrong PIN, and takes the right one", async () => {
    let tries = 0;
    const { user } = await open([MILAN, ROME], {
      "/registration": () => {
        if (tries++ === 0) throw problem("pin-refused", { code: 133005 });
        return { ...BEGUN, registeredAt: AT, subscribedAt: AT, connected: true };
      },
    });
    const section = await screen.findByRole("region", { name: "Roma" });
    expect(within(section).getByText("Not connected yet")).toBeTruthy();
    await user.click(await within(section).findByRole("button", { name: "Go on connecting" }));
    const dialog = await screen.findByRole("dialog");
    await user.type(await within(dialog).findByLabelText("PIN of two-step verification"), "123456");
    await user.click(within(dialog).getByRole("button", { name: "Register" }));
    expect((await within(dialog).findByRole("alert")).textContent).toContain("This is not the number’s PIN");

    await user.click(within(dialog).getByRole("button", { name: "Register" }));

    expect(await within(dialog).findByText(/Roma is connected/)).toBeTruthy();
  });

  it("shows what is entered at Meta, and asks the address as Meta does", async () => {
    const { user } = await open([ROME]);
    const asked = vi.spyOn(globalThis, "fetch").mockImplementation((url) => {
      const challenge = new URL(url as string).searchParams.get("hub.challenge");
      return Promise.resolve(new Response(challenge));
    });
    await user.click(await screen.findByRole("button", { name: "Go on connecting" }));
    const dialog = await screen.findByRole("dialog");
    expect(await within(dialog).findByText(`${location.origin}/webhooks/whatsapp`)).toBeTruthy();
    expect(within(dialog).getByText("verify-me-please")).toBeTruthy();

    await user.click(within(dialog).getByRole("button", { name: "Check the address" }));

    expect(await within(dialog).findByText(/The address answers as Meta expects/)).toBeTruthy();
    expect(asked.mock.calls.at(-1)?.[0]).toContain("hub.verify_token=verify-me-please");
    asked.mockRestore();
  });

  it("asks WhatsApp, when the steps are opened, whether what was done still holds", async () => {
    const connected = { ...ROME, connected: true };
    const { user, called } = await open([connected], {
      "/setup": () => ({ ...BEGUN, subscribedAt: AT, registeredAt: AT, connected: true }),
      "/setup/check": () => ({ ...BEGUN, registeredAt: AT }),
    });
    await user.click(await screen.findByRole("button", { name: "Steps of connecting" }));

    expect(await screen.findByText(/Roma is not connected yet/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Subscribe" })).toBeTruthy();
    expect(called()).toContain(`POST /numbers/${ROME.phoneNumberId}/setup/check`);
  });

  it("keeps what is known, and says why WhatsApp does not say it anew", async () => {
    const { user } = await open([ROME], {
      "/setup/check": () => {
        throw problem("token-refused", { code: 190 });
      },
    });
    await user.click(await screen.findByRole("button", { name: "Go on connecting" }));

    expect((await screen.findByRole("alert")).textContent).toMatch(
      /does not say whether it is still so.*does not take the access token/,
    );
    expect(screen.getByText(/Roma is not connected yet/)).toBeTruthy();
  });

  it("says what to look at when nothing was heard of the test message for twenty seconds", async () => {
    const tested = {
      ...BEGUN,
      test: { sentAt: new Date(Date.now() - 21_000).toISOString(), status: "accepted" },
    };
    const { user } = await open([ROME], { "/setup": () => tested, "/setup/check": () => tested });
    await user.click(await screen.findByRole("button", { name: "Go on connecting" }));
    const dialog = await screen.findByRole("dialog");

    expect(await within(dialog).findByText(/its webhooks do not arrive here/)).toBeTruthy();
    expect(within(dialog).getByText(/the field “messages”/)).toBeTruthy();
    expect(within(dialog).getByText(/in development mode/)).toBeTruthy();
    expect(within(dialog).queryByText(/Waiting for it/)).toBeNull();
    await accessible();
  });

  it("has the browser look where webhooks come in at another host", async () => {
    const { user, api } = await open([ROME]);
    api.webhookAnswer = { path: "/webhooks/whatsapp", host: "hooks.example.org", verifyToken: "verify-me" };
    await user.click(await screen.findByRole("button", { name: "Go on connecting" }));
    const link = await screen.findByRole("link", { name: "Open the address as Meta does" });

    const address = new URL(link.getAttribute("href") ?? "");
    expect(address.origin + address.pathname).toBe("https://hooks.example.org/webhooks/whatsapp");
    expect(address.searchParams.get("hub.verify_token")).toBe("verify-me");
    expect(screen.getByText(/shows 1162201403 and nothing else/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Check the address" })).toBeNull();
  });

  it.each([
    [131047, /failed: Not sent \(131047\)\. Write to the number from that phone first/],
    [131026, /Try it with another phone/],
    [131042, /look in Meta Business Suite, under Billing/],
    [131030, /only to the phones on its list/],
    [999, /Meta’s list of error codes/],
  ])("tells why the test message failed, and what mends it: %s", async (code, words) => {
    const { user } = await open([ROME], {
      "/test-message": () => ({
        ...BEGUN,
        heardAt: AT,
        test: { sentAt: AT, status: "failed", error: { code, title: "Not sent" } },
      }),
    });
    await user.click(await screen.findByRole("button", { name: "Go on connecting" }));
    const dialog = await screen.findByRole("dialog");
    await user.type(
      await within(dialog).findByLabelText("Phone number of a phone at hand"),
      "+39 347 555 0198",
    );
    await user.click(within(dialog).getByRole("button", { name: "Send" }));

    expect(await within(dialog).findByText(words)).toBeTruthy();
  });

  it("tells why WhatsApp did not take the test message, with what mends it", async () => {
    let refusal = problem("recipient-not-allowed", { code: 131030 });
    const { user } = await open([ROME], {
      "/test-message": () => {
        throw refusal;
      },
    });
    await user.click(await screen.findByRole("button", { name: "Go on connecting" }));
    const dialog = await screen.findByRole("dialog");
    await user.type(await within(dialog).findByLabelText("Phone number of a phone at hand"), "393475550198");
    await user.click(within(dialog).getByRole("button", { name: "Send" }));
    expect((await within(dialog).findByRole("alert")).textContent).toContain("WhatsApp, API setup");

    refusal = problem("whatsapp-refused", { code: 131021, detail: "It says: no" });
    await user.click(within(dialog).getByRole("button", { name: "Send" }));

    await waitFor(() =>
      expect(within(dialog).getByRole("alert").textContent).toMatch(/It says: no .*number of another phone/),
    );
  });
});

describe("a number that is there", () => {
  it("is removed after one question", async () => {
    const { user, called } = await open([{ ...ROME, connected: true }]);
    await user.click(await screen.findByRole("button", { name: "Remove" }));
    const dialog = await screen.findByRole("dialog", { name: "Remove Roma?" });
    await user.click(within(dialog).getByRole("button", { name: "Remove" }));

    await waitFor(() => expect(called()).toContain(`DELETE /numbers/${ROME.phoneNumberId}`));
  });

  it("that the installation set is said to be that, and is neither renamed nor removed", async () => {
    await open([MILAN]);
    expect(await screen.findByText(/Set by the installation/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Remove" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Name and account" })).toBeNull();
  });

  it("has a profile, of which only what changed is written, with WhatsApp’s limits beside the fields", async () => {
    const { user, api } = await open([MILAN], {
      "/profile": (method) => {
        if (method === "PATCH" && api.calls.filter(({ call }) => call.startsWith("PATCH")).length === 1) {
          throw problem("invalid-request", {
            violations: [{ field: "email", code: "malformed", message: "is no e-mail address" }],
          });
        }
        return PROFILE;
      },
    });
    await user.click(await screen.findByRole("button", { name: "Change the profile" }));
    const dialog = await screen.findByRole("dialog");
    await user.type(within(dialog).getByLabelText("E-mail"), "ciao");
    await user.click(within(dialog).getByRole("button", { name: "Save" }));
    expect(await within(dialog).findByText("This is no e-mail address.")).toBeTruthy();
    await user.type(within(dialog).getByLabelText("E-mail"), "@casalume.example");
    await user.click(within(dialog).getByRole("button", { name: "Save" }));

    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(api.calls.filter(({ call }) => call.startsWith("PATCH")).at(-1)?.body).toEqual({
      email: "ciao@casalume.example",
    });
  });

  it("has a picture, which is brought to WhatsApp and stands there", async () => {
    const { called } = await open([MILAN], {
      "/profile/picture": () => ({ ...PROFILE, pictureUrl: "https://pps.whatsapp.example/v/1" }),
    });
    await screen.findByRole("button", { name: "Choose a picture" });
    const input = screen.getByTestId("profile-picture");
    const picture = new File(["a picture"], "insegna.png", { type: "image/png" });
    Object.defineProperty(input, "files", { value: [picture], configurable: true });
    fireEvent.change(input);

    expect((await screen.findByRole("link", { name: "Look at it" })).getAttribute("href")).toBe(
      "https://pps.whatsapp.example/v/1",
    );
    expect(called()).toContain(`PUT /numbers/${MILAN.phoneNumberId}/profile/picture`);
    await accessible();
  });

  it("has QR codes, which are shown, made and deleted", async () => {
    const { user, called } = await open([MILAN]);
    const picture = await screen.findByRole("img", { name: /QR code of https:\/\/wa.me\/message\/QR1/ });
    expect(picture.getAttribute("src")).toContain("data:image/svg+xml");
    await user.click(screen.getByRole("button", { name: "New QR code" }));
    await user.type(await screen.findByLabelText(/customer’s chat already/), "Ciao!");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(called()).toContain(`POST /numbers/${MILAN.phoneNumberId}/qr-codes`));
    await user.click(screen.getByRole("button", { name: "Delete" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
    await waitFor(() => expect(called()).toContain(`DELETE /numbers/${MILAN.phoneNumberId}/qr-codes/QR1`));
    await accessible();
  });

  it("is looked at without being managed by those who may only see it", async () => {
    await open([MILAN], {}, false);
    expect(await screen.findByText("Luci dal 1962")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Connect a number" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Set the PIN" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Change the profile" })).toBeNull();
    expect(screen.queryByRole("button", { name: "New QR code" })).toBeNull();
  });

  it("that is connected while the inbox is open can be chosen there without loading it again", async () => {
    await openApp(new World(), "anna", "/inbox/all", ({ api }) => {
      api.numbersAnswer = () => ({ items: [MILAN, ROME] });
      api.configAnswer = { ...config, numbers: [MILAN, ROME] };
    });

    expect(await screen.findByRole("button", { name: "Business number: All numbers" })).toBeTruthy();
  });

  it("is connected in Italian, too", async () => {
    await chooseLanguage("it");
    const { user } = await open([ROME]);
    await user.click(await screen.findByRole("button", { name: "Continua il collegamento" }));
    expect(await screen.findByText(/Roma non è ancora collegato/)).toBeTruthy();
  });
});
