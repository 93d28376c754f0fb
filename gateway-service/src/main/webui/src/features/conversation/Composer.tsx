import {
  CircleAlert,
  FilePenLine,
  Lock,
  type LucideIcon,
  MessageSquareReply,
  Reply,
  SendHorizontal,
  TimerOff,
  CircleCheck,
  X,
} from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Conversation } from "../../api/types";
import { Rich, useT } from "../../i18n";
import { cx } from "../../lib/cx";
import { firstName } from "../../lib/people";
import { useShortcut } from "../../lib/shortcuts";
import { byTouch } from "../../lib/touch";
import type { Mode } from "../../live/drafts";
import { useCan, useDraft, useInbox, useIsPast, useRefusal, useSession, useThread } from "../../live/session";
import { Avatar, Button, Icon, IconButton, Kbd, Keys } from "../../ui/basics";
import styles from "./conversation.module.css";
import { notResolvedSentence, refusalSentence } from "./sentences";
import type { Actions } from "./useActions";

const LIMIT = 4096;
const COUNT_FROM = 3800;

interface ComposerProps {
  row: Conversation;
  actions: Actions;
  onTakeOver: () => void;
}

/** Where one writes, or the reason why not, with what can be done about it. */
export function Composer({ row, actions, onTakeOver }: ComposerProps) {
  const t = useT();
  const can = useCan();
  const { me } = useSession();
  const [mode, setMode] = useState<Mode>("reply");
  const closed = useIsPast(row.windowExpiresAt);
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(row.id, "reply");

  const held = !!row.assignee && row.assignee.id !== me.id;
  const mayReply = can("conversation.reply") && (!!row.assignee || can("conversation.take"));
  const mayNote = can("note.write");

  // Who had it and lost it reads why his field is gone.
  const mine = row.assignee?.id === me.id;
  const [wasMine, setWasMine] = useState(mine);
  if (mine && !wasMine) setWasMine(true);
  if (!row.assignee && wasMine) setWasMine(false);

  const blocked = !mayReply
    ? "role"
    : row.status === "resolved"
      ? "resolved"
      : held
        ? "held"
        : closed
          ? "closed"
          : null;

  // At once: the very next key already belongs to the field.
  const write = (next: Mode) => {
    flushSync(() => setMode(next));
    field.current?.focus();
  };
  useShortcut("reply", () => write("reply"), can("conversation.reply"));
  useShortcut("note", () => write("note"), mayNote);

  if (!can("conversation.reply") && !mayNote) {
    return (
      <>
        <RefusalNotice row={row} onAgain={() => {}} />
        <p className={styles.readOnly} role="note">
          <Icon of={Lock} size={15} />
          {t("composer.readOnly")}
        </p>
      </>
    );
  }

  const noteButton = mayNote && (
    <Button small onClick={() => write("note")}>
      <Icon of={Lock} size={14} />
      {t("held.note")}
      <Keys of="note" />
    </Button>
  );
  const customer = firstName(row.contact.name);

  return (
    <div className={styles.foot}>
      <RefusalNotice row={row} onAgain={() => write("reply")} />
      {mode === "note" || !blocked ? (
        <Field
          row={row}
          mode={mode}
          onMode={write}
          field={field}
          mayNote={mayNote}
          showReply={can("conversation.reply")}
        />
      ) : blocked === "held" && row.assignee ? (
        <Card
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
            <Button small onClick={onTakeOver}>
              {t("held.takeOver")}
            </Button>
          )}
        </Card>
      ) : blocked === "resolved" ? (
        <Card
          icon={CircleCheck}
          tone="ok"
          title={t("resolvedCard.title")}
          text={t("resolvedCard.text", { name: customer })}
          draft={draft}
        >
          {noteButton}
          {can("conversation.resolve") && (
            <Button small variant="primary" onClick={() => void actions.reopen(row)}>
              {t("header.reopen")}
              <Keys of="reopen" />
            </Button>
          )}
        </Card>
      ) : blocked === "closed" ? (
        <Card
          icon={TimerOff}
          tone="warn"
          title={t("closed.title")}
          text={t(!row.windowExpiresAt ? "closed.never" : "closed.text", { name: customer })}
          draft={draft}
        >
          {noteButton}
        </Card>
      ) : (
        <Card icon={Lock} tone="plain" title={t("composer.note")} text={t("composer.noReply")} draft="">
          {noteButton}
        </Card>
      )}
    </div>
  );
}

function Card(props: {
  face?: ReactNode;
  icon?: LucideIcon;
  tone?: "warn" | "ok" | "plain";
  title: string;
  text: string;
  draft: string;
  children: ReactNode;
}) {
  const t = useT();
  const { tone = "plain" } = props;
  return (
    <div className={styles.card} role="status">
      <div className={styles.cardTop}>
        {props.face ? (
          <span className={styles.pulse}>{props.face}</span>
        ) : (
          props.icon && (
            <span className={cx(styles.cardIcon, styles[tone])}>
              <Icon of={props.icon} size={18} />
            </span>
          )
        )}
        <p>
          <b>{props.title}</b>
          <small>{props.text}</small>
        </p>
        <span className={styles.cardActions}>{props.children}</span>
      </div>
      {props.draft.trim() !== "" && (
        <div className={styles.kept}>
          <Icon of={FilePenLine} size={14} />
          <span>{t("held.draft")}</span>
          <q dir="auto">{props.draft}</q>
        </div>
      )}
    </div>
  );
}

const REFUSED = { reply: "refused.title", note: "refused.note", resolve: "refused.resolve.title" } as const;

/** Why the last reply did not go out, or why it is not resolved, until it is dismissed or something is done. */
function RefusalNotice({ row, onAgain }: { row: Conversation; onAgain: () => void }) {
  const t = useT();
  const inbox = useInbox();
  const refusal = useRefusal(row.id);
  if (!refusal) return null;
  const { problem, mode, lastSequence } = refusal;
  const sendAnyway = () => {
    const text = inbox.drafts.get(row.id, "reply").trim();
    if (lastSequence !== null && text !== "") inbox.write(row.id, "reply", text, { lastSequence });
  };
  return (
    <div className={styles.refusal} role="alert">
      <Icon of={CircleAlert} size={16} />
      <p>
        <b>{t(REFUSED[mode])}</b>
        <span>{mode === "resolve" ? notResolvedSentence(problem, t) : refusalSentence(problem, t)}</span>
      </p>
      {lastSequence !== null && (
        <Button
          small
          onClick={() => {
            sendAnyway();
            onAgain();
          }}
        >
          {t("refused.sendAnyway")}
        </Button>
      )}
      <IconButton label={t("action.dismiss")} icon={X} onClick={() => inbox.dismissRefusal(row.id)} />
    </div>
  );
}

interface FieldProps {
  row: Conversation;
  mode: Mode;
  onMode: (mode: Mode) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  mayNote: boolean;
  showReply: boolean;
}

function Field({ row, mode, onMode, field, mayNote, showReply }: FieldProps) {
  const t = useT();
  const inbox = useInbox();
  const { me } = useSession();
  const text = useDraft(row.id, mode);
  const note = mode === "note";
  const characters = text.length;
  const ready = text.trim() !== "" && characters <= LIMIT;
  const name = row.contact.name;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [text, mode, field]);

  const send = () => {
    if (!ready) return;
    inbox.write(row.id, mode, text.trim());
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // `keyCode` 229: some browsers end a composition with an Enter that is not marked as composing.
    const composing = event.nativeEvent.isComposing || event.keyCode === 229;
    const sends = !event.shiftKey && !event.altKey && (!byTouch() || event.ctrlKey || event.metaKey);
    if (event.key === "Enter" && sends && !composing) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && !composing) {
      event.preventDefault();
      document.querySelector<HTMLElement>("[data-thread]")?.focus();
    }
  };

  return (
    <form
      className={cx(styles.composer, note && styles.isNote)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {!note && <WroteAgain row={row} writing={text !== ""} />}
      <div className={styles.composerHead}>
        <div className={styles.segments} role="radiogroup" aria-label={t("composer.mode")}>
          {showReply && (
            <Segment
              mode="reply"
              icon={Reply}
              label={t("composer.reply")}
              current={mode}
              onMode={onMode}
              both={mayNote}
            />
          )}
          {mayNote && (
            <Segment
              mode="note"
              icon={Lock}
              label={t("composer.note")}
              current={mode}
              onMode={onMode}
              both={showReply}
            />
          )}
        </div>
        <small className={styles.audience}>
          {note ? (
            t("composer.teamOnly")
          ) : !row.assignee ? (
            t("composer.takes")
          ) : (
            <Rich k="composer.as" values={{ name: <b>{firstName(me.name)}</b> }} />
          )}
        </small>
      </div>
      <textarea
        ref={field}
        className={styles.field}
        rows={2}
        dir="auto"
        value={text}
        aria-label={t(note ? "composer.note.field" : "composer.reply.field", { name })}
        placeholder={t(note ? "composer.note.placeholder" : "composer.reply.placeholder")}
        aria-invalid={characters > LIMIT || undefined}
        enterKeyHint="send"
        onChange={(event) => inbox.drafts.set(row.id, mode, event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.composerFoot}>
        <span className="grow" />
        {characters >= COUNT_FROM && (
          <small className={cx(styles.counter, characters > LIMIT && styles.tooLong)} role="status">
            {characters > LIMIT
              ? t("composer.tooLong", { count: characters - LIMIT })
              : t("composer.counter", { count: characters, limit: LIMIT })}
          </small>
        )}
        {!byTouch() && (
          <small className={styles.hint}>
            <Rich
              k={note ? "composer.enterAdds" : "composer.enterSends"}
              values={{ key: <Kbd>Enter</Kbd> }}
            />
          </small>
        )}
        <Button
          type="submit"
          small
          variant={note ? "note" : "primary"}
          disabled={!ready}
          className={styles.send}
        >
          {note ? null : <Icon of={SendHorizontal} size={15} />}
          {t(note ? "composer.addNote" : "composer.send")}
        </Button>
      </div>
      <span className="sr" aria-live="polite">
        {t(note ? "composer.note.announce" : "composer.reply.announce")}
      </span>
    </form>
  );
}

function Segment(props: {
  mode: Mode;
  icon: LucideIcon;
  label: string;
  current: Mode;
  onMode: (mode: Mode) => void;
  both: boolean;
}) {
  const { mode, icon, label, current, onMode, both } = props;
  const on = mode === current;
  const other: Mode = mode === "reply" ? "note" : "reply";
  return (
    <button
      type="button"
      role="radio"
      aria-checked={on}
      aria-label={label}
      tabIndex={on ? 0 : -1}
      className={on ? styles.segmentOn : undefined}
      onClick={() => onMode(mode)}
      onKeyDown={(event) => {
        if (both && /^Arrow/.test(event.key)) {
          event.preventDefault();
          onMode(other);
        }
      }}
    >
      <Icon of={icon} size={13} />
      {label}
      <Keys of={mode} />
    </button>
  );
}

/** The customer wrote while a reply was being written: said above the field, and nothing is asked. */
function WroteAgain({ row, writing }: { row: Conversation; writing: boolean }) {
  const t = useT();
  const thread = useThread(row.id);
  const [since, setSince] = useState<number | null>(null);
  const newest = thread?.items.findLast((item) => item.direction === "inbound")?.sequence ?? 0;
  if (writing && since === null) setSince(newest);
  if (!writing && since !== null) setSince(null);
  if (since === null || newest <= since) return null;
  return (
    <p className={styles.again} role="status">
      <Icon of={MessageSquareReply} size={14} />
      {t("composer.wroteAgain", { name: firstName(row.contact.name) })}
    </p>
  );
}
