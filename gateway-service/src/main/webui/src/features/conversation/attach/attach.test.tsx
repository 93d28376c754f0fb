import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { accessible, openGiulia } from "../../../../test/screen";
import { ApiProblem, NoAnswer } from "../../../api/client";
import { queriesOf } from "../../../api/queries";
import type { BroughtFile } from "../../../api/types";
import { chooseLanguage } from "../../../i18n";
import * as ogg from "./ogg";
import * as recordings from "./recording";
import { Tray } from "./tray";
import * as uploads from "./upload";

/** An upload that ends when the test says so. */
interface Under {
  file: File;
  id: string;
  progress: (part: number) => void;
  arrives: (kind: BroughtFile["kind"]) => Promise<void>;
  fails: (error: Error) => Promise<void>;
  cancel: ReturnType<typeof vi.fn>;
}

let under: Under[] = [];

beforeEach(async () => {
  await chooseLanguage("en");
  under = [];
  vi.stubGlobal(
    "URL",
    Object.assign(URL, { createObjectURL: () => "blob:local", revokeObjectURL: () => {} }),
  );
  vi.spyOn(uploads, "upload").mockImplementation((_tokens, _conversation, id, file, progress) => {
    let arrive!: (file: BroughtFile) => void;
    let fail!: (error: Error) => void;
    const done = new Promise<BroughtFile>((resolve, reject) => ((arrive = resolve), (fail = reject)));
    const cancel = vi.fn();
    const settled = (settle: () => void) =>
      act(async () => {
        settle();
        await done.catch(() => {});
      });
    under.push({
      ...{ file, id, cancel },
      progress: (part) => act(() => progress(part)),
      arrives: (kind) =>
        settled(() => arrive({ id, kind, mimeType: file.type, size: file.size, name: file.name })),
      fails: (error) => settled(() => fail(error)),
    });
    return { done, cancel };
  });
});
afterEach(() => vi.restoreAllMocks());

const photo = (name = "Schiena.png") => new File(["a picture"], name, { type: "image/png" });
const bill = () => new File(["%PDF"], "Fattura 7.pdf", { type: "application/pdf" });
const large = () => Object.defineProperty(photo("Grande.png"), "size", { value: 5 * 1024 * 1024 + 1 });

const picker = () => screen.findByTestId("file-picker");
const choose = async (...files: File[]) => {
  const input = await picker();
  Object.defineProperty(input, "files", { value: files, configurable: true });
  fireEvent.change(input);
};
const tray = () => screen.findByRole("list", { name: "Files to send" });
const send = () => screen.getByRole("button", { name: "Send" });
const field = () => screen.getByRole("textbox", { name: /^Reply to/ });

async function withGiulia() {
  const context = await openGiulia("anna", (world, giulia) => {
    world.assign(giulia, context0.anna);
  });
  const replies = () =>
    context.api.calls
      .filter(({ call }) => call.endsWith("/replies"))
      .map(({ body }) => body as { content: unknown });
  return { ...context, replies };
}
const context0 = await import("../../../../test/fixtures").then(({ PEOPLE }) => PEOPLE);

describe("files for the customer", () => {
  it("are uploaded at once, and go in order, the text below the first that can have one", async () => {
    const { replies, user } = await withGiulia();
    await choose(photo(), bill());
    expect(within(await tray()).getAllByRole("progressbar")).toHaveLength(2);
    await user.type(field(), "Ecco tutto");
    await under[0]!.arrives("image");
    await under[1]!.arrives("document");
    await accessible();

    await user.click(send());

    await waitFor(() => expect(replies()).toHaveLength(2));
    expect(replies().map(({ content }) => content)).toEqual([
      { type: "image", attachmentId: under[0]!.id, caption: "Ecco tutto" },
      { type: "document", attachmentId: under[1]!.id },
    ]);
    expect(screen.queryByRole("list", { name: "Files to send" })).toBeNull();
    expect(field()).toHaveProperty("value", "");
  });

  it("wait for what is still uploaded when Send is pressed", async () => {
    const { replies, user } = await withGiulia();
    await choose(photo());
    await tray();

    await user.click(send());
    expect(screen.getByText("Sends when all files are uploaded")).toBeTruthy();
    expect(replies()).toHaveLength(0);

    await under[0]!.arrives("image");
    await waitFor(() => expect(replies()).toHaveLength(1));
  });

  it("that are too large are refused with the limit, and nothing is uploaded", async () => {
    await withGiulia();
    await waitFor(async () => {
      await choose(large());
      expect((await tray()).textContent).toContain("WhatsApp takes pictures of up to 5 MB.");
    });
    expect(under).toHaveLength(0);
  });

  it("say so when a sticker is too large to be one", async () => {
    await withGiulia();
    const webp = new File(["a sticker"], "Gatto.webp", { type: "image/webp" });
    await choose(Object.defineProperty(webp, "size", { value: 600 * 1024 }));

    expect(
      await screen.findByText("It goes as a document: WhatsApp takes stickers of up to 500 kB."),
    ).toBeTruthy();
  });

  it("wait for what WhatsApp takes, and are not taken for documents meanwhile", async () => {
    const { api } = await withGiulia();
    queriesOf(api).removeQueries({ queryKey: ["attachments", "limits"] });
    api.instead.set("/attachments/limits", [{ status: 403, reasonKey: "not-allowed" }]);
    await choose(photo());
    expect((await screen.findByText(/Choose the files again/)).getAttribute("role")).toBe("alert");
    expect(under).toHaveLength(0);

    await choose(photo());
    await tray();
    expect(screen.queryByText(/Choose the files again/)).toBeNull();
    expect(within(await tray()).getByRole("progressbar", { name: "Uploading Schiena.png" })).toBeTruthy();
  });

  it("can be taken out, and an upload is cancelled", async () => {
    const { user } = await withGiulia();
    await choose(photo());

    await user.click(await screen.findByRole("button", { name: "Cancel Schiena.png" }));

    expect(under[0]!.cancel).toHaveBeenCalled();
    expect(screen.queryByRole("list", { name: "Files to send" })).toBeNull();
  });

  it("whose upload broke off can be tried again, and one that was refused says why", async () => {
    const { user } = await withGiulia();
    await choose(photo());
    await tray();
    await under[0]!.fails(new NoAnswer("away"));

    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(under).toHaveLength(2);
    expect(under[1]!.id).toBe(under[0]!.id);
    await under[1]!.fails(
      new ApiProblem({ status: 413, reasonKey: "file-too-large", limit: 102_400, kind: "sticker" }),
    );

    expect(screen.getByText("WhatsApp takes stickers of up to 100 kB.")).toBeTruthy();
  });

  it("are put in another order by buttons and by keys", async () => {
    const { user } = await withGiulia();
    await choose(photo(), bill());
    const names = async () =>
      within(await tray())
        .getAllByRole("listitem")
        .map((row) => row.querySelector("bdi")!.title);

    await user.click(await screen.findByRole("button", { name: "Move Fattura 7.pdf up" }));
    expect(await names()).toEqual(["Fattura 7.pdf", "Schiena.png"]);

    screen.getByRole("button", { name: "Cancel Schiena.png" }).focus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(await names()).toEqual(["Schiena.png", "Fattura 7.pdf"]);

    await user.keyboard("{Delete}");
    expect(await names()).toEqual(["Fattura 7.pdf"]);
  });

  it("are pasted and dropped", async () => {
    await withGiulia();
    await picker();

    fireEvent.paste(field(), { clipboardData: { files: [photo()], types: ["Files"] } });
    expect(await screen.findByTitle("Schiena.png")).toBeTruthy();

    fireEvent.drop(field(), { dataTransfer: { files: [bill()], types: ["Files"] } });
    expect(await screen.findByTitle("Fattura 7.pdf")).toBeTruthy();
  });

  it("come back into the tray when the reply is refused", async () => {
    const { api, user } = await withGiulia();
    await choose(photo());
    await tray();
    await under[0]!.arrives("image");
    api.instead.set("/replies", [{ status: 409, reasonKey: "window-closed" }]);

    await user.click(send());

    expect(await screen.findByRole("alert")).toBeTruthy();
    expect(within(await tray()).getByTitle("Schiena.png")).toBeTruthy();
  });

  it("that the server does not have any more are not to be sent as they are", async () => {
    const { api, user } = await withGiulia();
    await choose(photo(), bill());
    await tray();
    await under[0]!.arrives("image");
    await under[1]!.arrives("document");
    api.instead.set("/replies", [{ status: 409, reasonKey: "file-not-there" }]);

    await user.click(send());

    expect((await screen.findByText(/because it was not sent for a day/)).textContent).toContain(
      "attach it again",
    );
    const [gone, left] = within(await tray()).getAllByRole("listitem");
    expect(within(gone!).getByRole("alert").textContent).toContain("Remove it, and attach it again");
    expect(within(left!).queryByRole("alert")).toBeNull();
    await user.click(send());
    expect(screen.getByText(/Not sent: remove what could not be uploaded/)).toBeTruthy();
  });

  it("that were to be sent are there after the page was loaded again", async () => {
    const { api, giulia } = await withGiulia();
    await choose(photo());
    await tray();
    await under[0]!.arrives("image");

    const again = new Tray(api, giulia.id, context0.anna.id);

    expect(again.files()).toMatchObject([
      { id: under[0]!.id, name: "Schiena.png", state: "ready", url: null },
    ]);
    expect(new Tray(api, giulia.id, context0.bruno.id).files()).toEqual([]);
    again.takeAll("");
    const later = new Tray(api, giulia.id, context0.anna.id);
    later.giveBack([{ id: under[0]!.id, as: "image" }]);
    expect(later.files()).toMatchObject([{ name: "Schiena.png", state: "ready" }]);
  });

  it("are for customers, not for notes", async () => {
    const { user } = await withGiulia();
    await picker();

    await user.click(screen.getByRole("radio", { name: /Note/ }));

    expect(screen.queryByRole("button", { name: "Attach files" })).toBeNull();
  });
});

describe("a voice message", () => {
  const said = new ArrayBuffer(8);
  const cancel = vi.fn();

  beforeEach(() => {
    cancel.mockReset();
    vi.spyOn(recordings, "record").mockImplementation((onHeard) => {
      onHeard(3, 0.5);
      return Promise.resolve({ stop: () => Promise.resolve(said), cancel });
    });
    vi.spyOn(ogg, "oggOfWebm").mockReturnValue(new Uint8Array(4));
  });

  const begin = async () => {
    const context = await withGiulia();
    await context.user.click(await screen.findByRole("button", { name: "Record a voice message" }));
    const recorder = await screen.findByRole("group", { name: "Voice message" });
    return { ...context, recorder };
  };

  it("is recorded, listened to and sent as one", async () => {
    const { recorder, replies, user } = await begin();
    expect((await within(recorder).findByRole("timer")).textContent).toBe("Recording, 0:03");
    expect(within(recorder).getByRole("meter", { name: "Volume" })).toHaveProperty("value", 0.5);
    await accessible();

    await user.click(within(recorder).getByRole("button", { name: "Stop" }));
    expect(await within(recorder).findByLabelText("Listen to the recording")).toBeTruthy();
    await user.click(within(recorder).getByRole("button", { name: "Send voice message" }));
    await waitFor(() => expect(under).toHaveLength(1));
    expect(under[0]!.file.type).toBe("audio/ogg");
    await under[0]!.arrives("audio");

    await waitFor(() => expect(replies()).toHaveLength(1));
    expect(replies()[0]!.content).toEqual({ type: "voice", attachmentId: under[0]!.id });
    expect(screen.queryByRole("group", { name: "Voice message" })).toBeNull();
  });

  it("lets what is written go meanwhile", async () => {
    const { recorder, replies, user } = await begin();
    await user.click(await within(recorder).findByRole("button", { name: "Stop" }));
    await user.click(await within(recorder).findByRole("button", { name: "Send voice message" }));
    await waitFor(() => expect(under).toHaveLength(1));

    await user.type(field(), "Ti ho lasciato un vocale");
    await user.click(send());
    await waitFor(() => expect(replies()).toHaveLength(1));
    await under[0]!.arrives("audio");

    await waitFor(() => expect(replies()).toHaveLength(2));
    expect(replies().map(({ content }) => content)).toEqual([
      { type: "text", text: "Ti ho lasciato un vocale" },
      { type: "voice", attachmentId: under[0]!.id },
    ]);
  });

  it("goes on while a note is written, and is kept when somebody takes over", async () => {
    const { recorder, world, giulia, tell, user } = await begin();
    await within(recorder).findByRole("timer");
    await user.click(screen.getByRole("radio", { name: /Note/ }));
    expect(within(recorder).getByRole("timer")).toBeTruthy();

    world.assign(giulia, context0.bruno, { takeOver: true });
    tell();
    await within(recorder).findByText(/Bruno Conti has this conversation now/);
    await user.click(within(recorder).getByRole("button", { name: "Stop" }));

    expect(await within(recorder).findByLabelText("Listen to the recording")).toBeTruthy();
    expect(within(recorder).getByRole("button", { name: "Send voice message" })).toHaveProperty(
      "disabled",
      true,
    );
    expect(cancel).not.toHaveBeenCalled();
    await accessible();
    await user.click(within(recorder).getByRole("button", { name: "Discard" }));
  });

  it("is there to be listened to for who comes back to the conversation", async () => {
    const { recorder, router, giulia, user } = await begin();
    await within(recorder).findByRole("timer");

    await act(() => router.navigate({ to: "/inbox/$view", params: { view: "all" } }));
    await screen.findByText("No conversation open");
    await act(() =>
      router.navigate({ to: "/inbox/$view", params: { view: "all" }, search: { c: giulia.id } }),
    );

    const again = await screen.findByRole("group", { name: "Voice message" });
    expect(await within(again).findByLabelText("Listen to the recording")).toBeTruthy();
    await user.click(within(again).getByRole("button", { name: "Discard" }));
  });

  it("can be discarded, and the microphone is let go", async () => {
    const { recorder, user } = await begin();
    await within(recorder).findByRole("timer");

    await user.click(within(recorder).getByRole("button", { name: "Discard" }));

    expect(cancel).toHaveBeenCalled();
    expect(under).toHaveLength(0);
  });

  it("without a microphone says what to do", async () => {
    vi.mocked(recordings.record).mockRejectedValue(new DOMException("no", "NotAllowedError"));
    const { recorder } = await begin();

    expect((await within(recorder).findByRole("alert")).textContent).toMatch(
      /^The microphone cannot be used/,
    );
  });
});

describe("a picture that is too large for WhatsApp", () => {
  it("is sent as a document", async () => {
    const { user, giulia } = await openGiulia("anna");
    await choose(large());

    await user.click(await screen.findByRole("button", { name: "Send Grande.png as a document" }));
    await under[0]!.arrives("document");
    await user.click(screen.getByRole("button", { name: "Send" }));

    await waitFor(() => expect(giulia.items[1]?.content.type).toBe("document"));
    expect(vi.mocked(uploads.upload).mock.lastCall?.[5]).toBe(true);
  });
});
