import { Ban, CircleCheck, Lock } from "lucide-react";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Conversation } from "../../api/types";
import { useT, withItsTexts } from "../../i18n";
import { calledBriefly } from "../../lib/called";
import { uuidv7 } from "../../lib/ids";
import { firstName } from "../../lib/people";
import { useShortcut } from "../../lib/shortcuts";
import type { Mode } from "../../live/drafts";
import { useCan, useDraft, useInbox, useIsPast, useSession } from "../../live/session";
import { Avatar } from "../../ui/Avatar";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { Keys } from "../../ui/Kbd";
import { part } from "../../ui/part";
import { ASK_TEXTS } from "./ask/texts";
import { type Begun, type Kind, OBSTACLES, type Obstacle } from "./begun/begun";
import { ATTACH_TEXTS } from "./attach/texts";
import { BEGUN_TEXTS } from "./begun/texts";
import { BlockedCard } from "./BlockedCard";
import styles from "./Composer.module.css";
import { ComposerField } from "./ComposerField";
import { TEMPLATE_TEXTS } from "./offers/texts";
import { Refused } from "./refused/Refused";
import { withRefusalTexts } from "./refused/texts";
import { withToolTexts } from "./tools/texts";
import type { Actions } from "./useActions";

const WritesAs = part(() => import("./WritesAs").then(({ WritesAs }) => WritesAs));
const HANDLED_TEXTS = {
  en: () => import("./handled/texts.en.json"),
  it: () => import("./handled/texts.it.json"),
};
/** Most customers are ours to answer: the words come with it. */
const HandledCard = part(() =>
  withItsTexts(HANDLED_TEXTS, () => import("./handled/HandledCard")).then(({ HandledCard }) => HandledCard),
);
const RemovedCard = part(() =>
  withItsTexts(HANDLED_TEXTS, () => import("./handled/RemovedCard")).then((it) => it.RemovedCard),
);

const MoreKinds = part(() =>
  withItsTexts(ASK_TEXTS, () => import("./ask/MoreKinds")).then((it) => it.MoreKinds),
);
const Answering = part(() => withToolTexts(() => import("./tools/Answering")).then((it) => it.Answering));

const templates = () => withItsTexts(TEMPLATE_TEXTS, () => import("./offers/Templates"));
const ClosedCard = part(() => templates().then((it) => it.ClosedCard));
const TemplateButton = part(() => templates().then((it) => it.TemplateButton));
/** Few messages are spoken. */
const Recorder = part(() =>
  withItsTexts(ATTACH_TEXTS, () => withItsTexts(BEGUN_TEXTS, () => import("./attach/Recorder"))).then(
    (it) => it.Recorder,
  ),
);
const BegunDialog = part(() =>
  withRefusalTexts(() => withItsTexts(BEGUN_TEXTS, () => import("./begun/BegunDialog"))).then(
    (it) => it.BegunDialog,
  ),
);

interface ComposerProps {
  row: Conversation;
  actions: Actions;
  onTakeOver: () => void;
}

/** Where one writes, or the reason why not, with what can be done about it. */
export function Composer({ row, actions, onTakeOver }: ComposerProps) {
  const t = useT();
  const can = useCan();
  const { me, config } = useSession();
  const [mode, setMode] = useState<Mode>("reply");
  const closed = useIsPast(row.windowExpiresAt);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(row.id, "reply");

  const inbox = useInbox();
  // Each time that another application has it, one is warned anew.
  const [takenFrom, setTakenFrom] = useState<Conversation["handledBy"]>();
  if (takenFrom && !row.handledBy) setTakenFrom(undefined);
  const handler = row.handledBy !== takenFrom && row.handledBy;

  const held = !!row.assignee && row.assignee.id !== me.id;
  const mayReply = can("conversation.reply") && (!!row.assignee || can("conversation.take"));
  const mayNote = can("note.write");

  // Who had it and lost it reads why his field is gone.
  const mine = row.assignee?.id === me.id;
  const [wasMine, setWasMine] = useState(mine);
  if (mine && !wasMine) setWasMine(true);
  if (!row.assignee && wasMine) setWasMine(false);

  const stands: Record<Obstacle, boolean> = {
    role: !mayReply,
    removed: config.removedNumbers.includes(row.phoneNumberId),
    resolved: row.status === "resolved",
    held,
    blocked: !!row.blocked,
    closed,
    handled: !!handler,
  };
  const blocked = OBSTACLES.find((each) => stands[each]) ?? null;

  // At once: the very next key already belongs to the field.
  const write = (next: Mode) => {
    flushSync(() => setMode(next));
    field.current?.focus();
  };
  // Above all that comes and goes with the conversation: what was begun stays.
  const [begun, setBegun] = useState<Begun | null>(null);
  const [speaking, setSpeaking] = useState(false);
  const begin = (kind: Kind) =>
    setBegun((before) =>
      before?.kind === kind && !before.sent ? { ...before, open: true } : { kind, key: uuidv7(), open: true },
    );
  const chooseTemplate = () => begin("template");
  useShortcut("template", chooseTemplate, !blocked || blocked === "closed");
  useShortcut("reply", () => write("reply"), can("conversation.reply"));
  useShortcut("note", () => write("note"), mayNote);

  if (!can("conversation.reply") && !mayNote) {
    return (
      <>
        <Refused row={row} onAgain={() => {}} />
        <p className={styles.readOnly} role="note">
          <Icon of={Lock} size={15} />
          {t("composer.readOnly")}
        </p>
      </>
    );
  }

  const noteButton = mayNote && (
    <Button small onPress={() => write("note")}>
      <Icon of={Lock} size={14} />
      {t("held.note")}
      <Keys of="note" />
    </Button>
  );
  const customer = calledBriefly(row.contact, t);

  return (
    <div className={styles.foot}>
      <Refused
        row={row}
        onAgain={() => write("reply")}
        mend={begun?.sent && { sent: begun.sent, open: () => setBegun({ ...begun, open: true }) }}
      />
      {!blocked && can("contact.see") && <WritesAs row={row} />}
      {!blocked && <Answering key={row.id} row={row} field={field} onReply={write} />}
      {speaking && (
        <Recorder
          key={`${row.id} voice`}
          row={row}
          obstacle={blocked}
          onEnd={() => {
            setSpeaking(false);
            field.current?.focus();
          }}
        />
      )}
      {mode === "note" || !blocked ? (
        <ComposerField
          row={row}
          mode={mode}
          onMode={write}
          field={field}
          mayNote={mayNote}
          showReply={can("conversation.reply")}
          speaking={speaking}
          onSpeak={() => setSpeaking(true)}
        >
          {mode === "reply" && (
            <>
              <MoreKinds row={row} onChoose={begin} />
              <TemplateButton onChoose={chooseTemplate} />
            </>
          )}
        </ComposerField>
      ) : blocked === "held" && row.assignee ? (
        <BlockedCard
          face={<Avatar name={row.assignee.name} operator={row.assignee.id} size={36} />}
          title={t(wasMine ? "held.tookOver" : "held.title", { name: row.assignee.name })}
          text={
            wasMine
              ? t("held.tookOver.text", { name: firstName(row.assignee.name) })
              : can("conversation.take-over")
                ? t("held.textTakeOver", { customer, name: firstName(row.assignee.name) })
                : t("held.text", { customer })
          }
          draft={draft}
        >
          {noteButton}
          {can("conversation.take-over") && (
            <Button small onPress={onTakeOver}>
              {t("held.takeOver")}
            </Button>
          )}
        </BlockedCard>
      ) : blocked === "resolved" ? (
        <BlockedCard
          icon={CircleCheck}
          tone="ok"
          title={t("resolvedCard.title")}
          text={t("resolvedCard.text", { name: customer })}
          draft={draft}
        >
          {noteButton}
          {can("conversation.resolve") && (
            <Button small variant="primary" onPress={() => void actions.reopen(row)}>
              {t("header.reopen")}
              <Keys of="reopen" />
            </Button>
          )}
        </BlockedCard>
      ) : blocked === "removed" ? (
        <RemovedCard draft={draft}>{noteButton}</RemovedCard>
      ) : blocked === "handled" && handler ? (
        <HandledCard
          application={handler}
          customer={customer}
          draft={draft}
          onTakeOver={() => {
            inbox.takeFrom(row.id, handler);
            setTakenFrom(handler);
            write("reply");
          }}
        >
          {noteButton}
        </HandledCard>
      ) : blocked === "blocked" ? (
        <BlockedCard
          icon={Ban}
          tone="warn"
          title={t("blockedCard.title")}
          text={t("blockedCard.text", { name: customer })}
          draft={draft}
        >
          {noteButton}
        </BlockedCard>
      ) : blocked === "closed" ? (
        <ClosedCard row={row} draft={draft} onChoose={chooseTemplate}>
          {noteButton}
        </ClosedCard>
      ) : (
        <BlockedCard
          icon={Lock}
          tone="plain"
          title={t("composer.note")}
          text={t("composer.noReply")}
          draft=""
        >
          {noteButton}
        </BlockedCard>
      )}
      {begun && (
        <BegunDialog key={begun.key} row={row} begun={begun} obstacle={blocked} onChange={setBegun} />
      )}
    </div>
  );
}
