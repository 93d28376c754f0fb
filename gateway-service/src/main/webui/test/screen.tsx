import { createMemoryHistory } from "@tanstack/react-router";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { expect } from "vitest";
import { App } from "../src/app/App";
import { createAppRouter } from "../src/app/router";
import { giuliaIn, type PEOPLE, sessionIn, World } from "./fixtures";

// What the page loads when it is needed is here already: how long that takes is no matter of any test.
await Promise.all([
  import("../src/features/inbox/InboxPage"),
  import("../src/features/inbox/EmptyView"),
  import("../src/features/conversation/ConversationPage"),
  import("../src/features/conversation/details/Details"),
  import("../src/features/contacts/ContactsPage"),
  import("../src/features/contacts/ContactPage"),
  import("../src/consent/Consent"),
  import("../src/consent/NewConsent"),
  import("../src/features/search/SearchPage"),
  import("../src/features/number/NumberPage"),
  import("../src/features/number/NumberBanner"),
  import("../src/features/number/channel/Connect"),
  import("../src/features/number/channel/Manage"),
  import("../src/features/number/channel/Profile"),
  import("../src/features/number/channel/QrCodes"),
  import("../src/features/templates/TemplatesPage"),
  import("../src/features/templates/TemplatePage"),
  import("../src/features/templates/Editor"),
  import("../src/lib/MessagePicture"),
  import("../src/features/conversation/kinds/OtherBody"),
  import("../src/features/conversation/kinds/RawMessage"),
  import("../src/features/conversation/WritesAs"),
  import("../src/features/conversation/origin/Origin"),
  import("../src/features/conversation/attach/Attach"),
  import("../src/features/conversation/attach/Recorder"),
  import("../src/features/conversation/WroteAgain"),
  import("../src/features/conversation/media/MediaBody"),
  import("../src/features/conversation/media/Viewer"),
  import("../src/features/conversation/media/NowPlaying"),
  import("../src/features/conversation/Edited"),
  import("../src/features/conversation/HappeningPicture"),
  import("../src/features/conversation/Announcer"),
  import("../src/features/conversation/Heard"),
  import("../src/features/conversation/handled/HandledCard"),
  import("../src/features/conversation/handled/RemovedCard"),
  import("../src/features/conversation/offers/Templates"),
  import("../src/features/conversation/free/FreeChip"),
  import("../src/features/conversation/free/FreeEntryText"),
  import("../src/features/conversation/groups/GroupHappening"),
  import("../src/features/conversation/start/StartPage"),
  import("../src/features/conversation/doubt/Doubt"),
  import("../src/features/conversation/again/SendAgain"),
  import("../src/features/conversation/begun/BegunDialog"),
  import("../src/features/conversation/offers/ReplyTemplate"),
  import("../src/features/conversation/ask/AskDialog"),
  import("../src/features/conversation/refused/RefusalNotice"),
  import("../src/features/conversation/tools/Reactions"),
  import("../src/features/conversation/ask/MoreKinds"),
  import("../src/features/conversation/products/ShowProducts"),
  import("../src/features/conversation/tools/Tools"),
  import("../src/features/conversation/tools/Answering"),
  import("../src/features/conversation/tools/Emojis"),
  import("../src/ui/MenuList"),
  import("../src/ui/Confirm"),
  import("../src/app/ShortcutHelp"),
  import("../src/app/MeMenuList"),
  import("../src/features/conversation/AssigneeMenu"),
]);

type Name = keyof typeof PEOPLE;

/** The whole app before one operator, at an address. `before` may still change what he will find; `place` is what he waits for. */
export async function openApp(
  world: World,
  name: Name,
  path: string,
  before: (context: ReturnType<typeof sessionIn>) => void = () => {},
  place = { name: /Conversations|Conversazioni/ },
) {
  const context = sessionIn(world, name);
  context.tell();
  before(context);
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  render(<App start={{ state: "ready", session: context.session, router }} onRetry={() => {}} />);
  await screen.findByRole("navigation", place);
  const tell = () => act(() => context.tell());
  return { ...context, router, tell, user: userEvent.setup() };
}

/** The app with Giulia's conversation open. */
export async function openGiulia(
  name: Name = "anna",
  before: (world: World, giulia: ReturnType<typeof giuliaIn>) => void = () => {},
) {
  const world = new World();
  const giulia = giuliaIn(world);
  before(world, giulia);
  const context = await openApp(world, name, `/inbox/all?c=${giulia.id}`);
  await screen.findByRole("article", { name: /Giulia Ferri, message/ });
  return { world, giulia, ...context };
}

export const accessible = async () => {
  const { violations } = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    // Colours need a real browser; the tokens have a test of their own.
    rules: { "color-contrast": { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
};
